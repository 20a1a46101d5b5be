import { periodAfter, periodOf, writePeriod } from '#domain/indicators/period.ts';
import { bulletinAudiences } from '#domain/reports/bulletin.ts';
import { Select, type Option } from '../design/field.tsx';
import { useSay, useToday } from '../words/words.tsx';
import { quarterWords, type AskedReport } from './report-shapes.ts';

const quartersOffered = 8;

/** Of what a report is: where, whose, when, for whom. What is chosen decides which report it is. */
export function ReportFields({
  asked,
  territories,
  organisations,
}: {
  asked: AskedReport;
  territories: readonly Option[];
  organisations: readonly Option[];
}) {
  const say = useSay();
  const today = useToday();
  const last = periodAfter(periodOf('quarter', today), -1);
  const quarters = Array.from({ length: quartersOffered }, (_, index) =>
    writePeriod(periodAfter(last, 1 - index)),
  );
  return (
    <>
      <Select
        name="territorio"
        label={say('reports.territory')}
        options={territories}
        defaultValue={asked.territory}
      />
      <Select
        name="institucion"
        label={say('reports.organisation')}
        options={organisations}
        empty={say('reports.organisation-none')}
        defaultValue={asked.organisation ?? ''}
      />
      <Select
        name="trimestre"
        label={say('reports.quarter-label')}
        options={quarters.map((value) => ({ value, label: quarterWords(say, value) }))}
        defaultValue={asked.quarter ?? writePeriod(last)}
      />
      <Select
        name="para"
        label={say('reports.audience')}
        options={bulletinAudiences.map((value) => ({ value, label: say(`reports.audience.${value}`) }))}
        defaultValue={asked.audience}
      />
      <Select
        name="idioma"
        label={say('reports.language')}
        options={(['es', 'en'] as const).map((value) => ({ value, label: say(`reports.language.${value}`) }))}
        defaultValue={asked.language ?? say.language}
      />
    </>
  );
}
