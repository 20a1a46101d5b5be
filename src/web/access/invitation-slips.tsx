import { Link } from 'react-router';
import { PrintSheet } from '../design/print-sheet.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Delivery } from './delivery-once.tsx';
import styles from './invitation-slips.module.css';
import { QrPicture } from './qr-picture.tsx';

/** What a sheet of invitations needs to be drawn, whoever made them. */
export type Sheet = {
  readonly deliveries: readonly Delivery[];
  /** Those whom no invitation could be made for, and why. */
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
  readonly paper: 'letter' | 'A4';
  readonly address: string;
};

/** Invitations to cut out and hand over, six a page. They are shown this one time. */
export function InvitationSlips({ sheet, back }: { sheet: Sheet; back: string }) {
  const say = useSay();
  const { deliveries, failed } = sheet;
  return (
    <PrintSheet
      paper={sheet.paper}
      title={say('accounts.slips')}
      state={say('accounts.slips-count', { count: deliveries.length })}
      address={sheet.address}
    >
      <div className={styles.screen}>
        {deliveries.length > 0 && (
          <p>
            <strong>{say('accounts.slips-once')}</strong>
          </p>
        )}
        {failed.length > 0 && (
          <ul>
            {failed.map((one) => (
              <li key={one.name}>
                {one.name}: {one.reason}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to={back}>{say('accounts.slips-back')}</Link>
        </p>
      </div>
      <div className={styles.slips}>
        {deliveries.map((delivery) => (
          <Slip key={delivery.invitationId} delivery={delivery} address={sheet.address} />
        ))}
      </div>
    </PrintSheet>
  );
}

function Slip({ delivery, address }: { delivery: Delivery; address: string }) {
  const say = useSay();
  const format = useFormat();
  return (
    <section className={styles.slip}>
      <div>
        <h2>{delivery.name}</h2>
        <p>{say('accounts.slip-lead')}</p>
        <p>
          {say('shell.username')}: <strong>{delivery.username}</strong>
        </p>
        <p>{say('accounts.slip-until', { until: format.longDay(format.dayOf(delivery.expiresAt)) })}</p>
        <p>{address}</p>
      </div>
      {delivery.qr ? (
        <QrPicture
          svg={delivery.qr}
          alt={say('accounts.slip-picture', { name: delivery.name })}
          className={styles.picture}
        />
      ) : (
        <p className={styles.link}>{delivery.queued ? say('access.channel.mail') : delivery.link}</p>
      )}
    </section>
  );
}

/** The address of a sheet opened again: what stood on it is nowhere any more. */
export function SheetGone({ back }: { back: string }) {
  const say = useSay();
  return (
    <main className={styles.gone}>
      <title>{say('accounts.slips')}</title>
      <h1>{say('accounts.slips')}</h1>
      <p>{say('accounts.slips-gone')}</p>
      <p>
        <Link to={back}>{say('accounts.slips-back')}</Link>
      </p>
    </main>
  );
}
