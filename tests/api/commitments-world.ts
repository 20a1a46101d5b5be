import { sql } from 'kysely';
import { makeWorld, type Holder, type World } from '../access-world.ts';

/** An invented ministry that owes, a municipality that is owed, and the people who act for them or watch over both. */
export type CommitmentsWorld = World & {
  readonly ministry: string;
  readonly directorate: string;
  readonly municipality: string;
  readonly committee: string;
  readonly centre: Holder;
  readonly officer: Holder;
  readonly colleague: Holder;
  readonly mayor: Holder;
  readonly secretary: Holder;
  readonly commission: Holder;
  readonly neighbour: Holder;
  /** A proposal of the ministry to the municipality, entered by the ministry. */
  propose(more?: object): Promise<{ id: string }>;
  /** The same, agreed, with the id of its first instance. */
  agreed(more?: object): Promise<Agreed>;
  shown(id: string, who?: Holder): Promise<Shown>;
  /** Makes it another day; everybody stays signed in. */
  day(today: string, time?: string): Promise<void>;
};

// Tests read answers as they come; a wrong shape fails the expectation that reads it.
// oxlint-disable-next-line typescript/no-explicit-any
export type Shown = any;
export type Agreed = { readonly id: string; readonly instanceId: string };

export async function makeCommitmentsWorld(): Promise<CommitmentsWorld> {
  const world = await makeWorld();
  const ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  const directorate = await world.organisation('Dirección de prevención de ejemplo', 'XA');
  const municipality = await world.organisation('Municipio de ejemplo', '0101');
  const committee = await world.structure('Comité local de ejemplo', '0101');
  await world.database.owner
    .updateTable('organisation')
    .set({ parent_id: ministry })
    .where('id', '=', directorate)
    .execute();
  const at = (organisationId: string) => [
    { role: 'institutional-focal-point', code: 'XA', organisationId } as const,
  ];
  const centre = await world.holder('centro', [{ role: 'national-coordinator', code: 'XA' }]);
  const officer = await world.holder('enlace', at(ministry));
  const colleague = await world.holder('direccion', at(directorate));
  const mayor = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  const neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  const secretary = await world.holder('comite', [
    { role: 'committee-secretary', code: '0101', structureId: committee },
  ]);
  const commission = await world.holder('comision', [
    { role: 'commission-secretary', code: '0101', structureId: committee },
  ]);
  const body = (more: object) => ({
    what: 'Entregar 40 luminarias en el parque central',
    obligor: { kind: 'organisation', id: ministry },
    beneficiary: { kind: 'organisation', id: municipality },
    proof: 'Acta de entrega firmada',
    dueOn: '2026-04-30',
    ...more,
  });
  const propose = async (more: object = {}) => {
    const made = await officer.call('POST', '/api/commitments', { body: body(more) });
    if (made.status !== 201) throw new Error(made.text);
    return made.body as { id: string };
  };
  const shown = async (id: string, who = centre): Promise<Shown> =>
    (await who.call('GET', `/api/commitments/${id}`)).body;
  return {
    ...world,
    ministry,
    directorate,
    municipality,
    committee,
    centre,
    officer,
    colleague,
    mayor,
    secretary,
    commission,
    neighbour,
    propose,
    shown,
    async day(today, time = '15:00') {
      const now = new Date(`${today}T${time}:00Z`);
      world.clock.now = now;
      await sql`update session set created_at = ${now}, last_seen_at = ${now}, rotated_at = ${now},
        expires_at = ${now}::timestamptz + interval '30 days'`.execute(world.database.owner);
    },
    async agreed(more = {}) {
      const { id } = await propose(more);
      const answer = await officer.call('POST', `/api/commitments/${id}/agreeing`, {
        version: 1,
        body: { noNeedReason: 'Se acordó en la mesa' },
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return { id, instanceId: (await shown(id)).instances[0].id };
    },
  };
}
