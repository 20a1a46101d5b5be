import { useRef, useSyncExternalStore } from 'react';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { Button, Buttons } from './button.tsx';

type Parts = {
  /** What stands below the picture: its source, what its interval means. */
  readonly lines: readonly string[];
  /** The name of the file, without its ending. */
  readonly name: string;
};

const kinds = ['png', 'svg'] as const;
type Kind = (typeof kinds)[number];

const never = () => () => undefined;
const inPage = () => true;
const onServer = () => false;

/**
 * Takes a chart or a map away as it is seen, with its title, legend, source and day. To be put into the `figure` itself, for it is the drawing
 * there that is taken. Without script there is nothing to press; the same figures have an address as SVG among the files.
 */
export function PictureButtons({ lines, name }: Parts) {
  const say = useSay();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const today = useToday();
  // On the server there is no script to press for.
  const isLive = useSyncExternalStore(never, inPage, onServer);
  const day = say('shared.picture-on', { day: format.day(today) });
  const save = async (kind: Kind) => {
    const figure = place.current?.closest('figure');
    if (!figure) return;
    const { savePicture } = await import('./save-picture.ts');
    await savePicture(figure, { kind, name, lines: [...lines, day] });
  };
  if (!isLive) return <PictureForVisitors name={name} lines={[...lines, day]} />;
  return (
    <div ref={place}>
      <KindButtons onPick={(kind) => void save(kind)} />
    </div>
  );
}

/** On a page that is read without script: hidden, until the few lines that come after it show that it can be pressed. */
function PictureForVisitors({ lines, name }: Parts) {
  return (
    <div data-picture={name} data-lines={JSON.stringify(lines)} hidden>
      <KindButtons />
    </div>
  );
}

function KindButtons({ onPick }: { onPick?: (kind: Kind) => void }) {
  const say = useSay();
  return (
    <Buttons>
      {kinds.map((kind) => (
        <Button
          key={kind}
          type="button"
          look="quiet"
          icon="download"
          value={kind}
          aria-label={say('shared.picture-as', { format: kind.toUpperCase() })}
          {...(onPick && { onClick: () => onPick(kind) })}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </Buttons>
  );
}
