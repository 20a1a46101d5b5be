import { useState } from 'react';
import { Button, Buttons } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';
import styles from './inbox.module.css';

/** The text, to copy by hand without script; with it, handed to the device's own way of sharing. Nothing leaves by itself. */
export function ShareText({ text }: { text: string }) {
  const say = useSay();
  const [isCopied, setIsCopied] = useState(false);
  const share = async () => {
    const canShare = typeof navigator.share === 'function';
    await (canShare ? navigator.share({ text }) : navigator.clipboard.writeText(text)).catch(() => undefined);
    setIsCopied(!canShare);
  };
  const encoded = encodeURIComponent(text);
  return (
    <div className={styles.share}>
      <label>
        {say('inbox.share.text')}
        <textarea readOnly rows={6} value={text} />
      </label>
      <Buttons>
        <Button type="button" onClick={() => void share()}>
          {say('inbox.share')}
        </Button>
        <a href={`whatsapp://send?text=${encoded}`}>WhatsApp</a>
        <a href={`sms:?&body=${encoded}`}>SMS</a>
      </Buttons>
      <p role="status">{isCopied && say('inbox.share.copied')}</p>
    </div>
  );
}
