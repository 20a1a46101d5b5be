import { DateField, TextArea, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import styles from './surveys.module.css';
import { linesOfSurvey, type Survey } from './survey-body.ts';

/** How a survey was made, in a form. What is a list is written one a line, as a table is pasted. */
export function SurveyFields({ survey }: { survey: Survey | null }) {
  const say = useSay();
  const design = survey?.design;
  return (
    <>
      <TextInput name="title" label={say('surveys.field.title')} required defaultValue={survey?.title} />
      {survey === null && (
        <>
          <TextInput name="publisher" label={say('surveys.field.publisher')} />
          <TextInput name="address" type="url" label={say('surveys.field.address')} />
        </>
      )}
      <TextInput
        name="population"
        label={say('surveys.field.population')}
        help={say('surveys.field.population-help')}
        required
        defaultValue={survey?.population}
      />
      <div className={styles.pair}>
        <DateField
          name="fieldworkFrom"
          label={say('surveys.field.from')}
          required
          defaultValue={survey?.fieldworkFrom}
        />
        <DateField
          name="fieldworkTo"
          label={say('surveys.field.to')}
          required
          defaultValue={survey?.fieldworkTo}
        />
      </div>
      <TextInput
        name="answers"
        type="number"
        min={1}
        label={say('surveys.field.answers')}
        defaultValue={survey?.answers ?? undefined}
      />
      <TextArea name="note" label={say('surveys.field.note')} defaultValue={survey?.note ?? undefined} />
      <FieldGroup legend={say('surveys.design')}>
        <p>{say('surveys.design-lead')}</p>
        <div className={styles.pair}>
          <TextInput
            name="weight"
            label={say('surveys.field.weight')}
            defaultValue={design?.weight ?? undefined}
          />
          <TextInput
            name="stratum"
            label={say('surveys.field.stratum')}
            defaultValue={design?.stratum ?? undefined}
          />
          <TextInput
            name="cluster"
            label={say('surveys.field.cluster')}
            defaultValue={design?.cluster ?? undefined}
          />
        </div>
        <TextArea
          name="only"
          label={say('surveys.field.only')}
          help={say('surveys.field.only-help')}
          rows={2}
          defaultValue={survey ? linesOfSurvey(survey).only : undefined}
        />
        <TextInput
          name="placeColumn"
          label={say('surveys.field.place-column')}
          help={say('surveys.field.place-column-help')}
          defaultValue={design?.territory?.column}
        />
        <TextArea
          name="placeCodes"
          label={say('surveys.field.place-codes')}
          help={say('surveys.field.place-codes-help')}
          rows={4}
          defaultValue={survey ? linesOfSurvey(survey).placeCodes : undefined}
        />
        <TextArea
          name="groups"
          label={say('surveys.field.groups')}
          help={say('surveys.field.groups-help')}
          rows={3}
          defaultValue={survey ? linesOfSurvey(survey).groups : undefined}
        />
        <TextArea
          name="questions"
          label={say('surveys.field.questions')}
          help={say('surveys.field.questions-help')}
          rows={6}
          defaultValue={survey ? linesOfSurvey(survey).questions : undefined}
        />
      </FieldGroup>
    </>
  );
}
