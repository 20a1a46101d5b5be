import { partyRoles } from '#domain/agreements/vocabulary.ts';
import { Select, TextInput, type Option } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import type { PartyOfAgreement } from './agreement-shapes.ts';

type Given = {
  readonly party: PartyOfAgreement | null;
  /** Who holds a post or a seat in it. */
  readonly people?: readonly Option[];
  readonly prefix?: string;
  readonly role?: string;
};

/** The role of a party in an agreement. */
export function RoleSelect({ party, prefix = '', role = 'obligor' }: Given) {
  const say = useSay();
  return (
    <Select
      name={`${prefix}role`}
      label={say('agreement-pages.party-role')}
      options={partyRoles.map((value) => ({ value, label: say.dynamic(`agreements.party-role.${value}`) }))}
      defaultValue={party?.role ?? role}
      required
    />
  );
}

/** What is said of a party: in which capacity it acts and who signs for it. */
export function PartyFields({ party, people = [] }: Given) {
  const say = useSay();
  return (
    <>
      <RoleSelect party={party} />
      <TextInput
        name="competence"
        label={say('agreement-pages.party-competence')}
        help={say('agreement-pages.party-competence-help')}
        defaultValue={party?.competence ?? ''}
      />
      <TextInput
        name="capacity"
        label={say('agreement-pages.party-capacity')}
        defaultValue={party?.capacity ?? ''}
      />
      <TextInput
        name="representativeOffice"
        label={say('agreement-pages.party-office')}
        help={say('agreement-pages.party-office-help')}
        defaultValue={party?.representativeOffice ?? ''}
      />
      {people.length > 0 && (
        <Select
          name="representativeId"
          label={say('agreement-pages.party-person')}
          options={people}
          empty={say('agreement-pages.party-nobody')}
          defaultValue={party?.representative?.id ?? ''}
        />
      )}
      <TextInput
        name="appointmentAct"
        label={say('agreement-pages.party-appointment')}
        defaultValue={party?.appointmentAct ?? ''}
      />
      <TextInput
        name="powerSource"
        label={say('agreement-pages.party-power')}
        defaultValue={party?.powerSource ?? ''}
      />
    </>
  );
}
