import type { ParagraphId } from '@chapeau/text';
import { Fragment, memo, useRef } from 'react';
import { DraftInPlace } from '../amendments/DraftInPlace.tsx';
import type { DraftPlace } from '../amendments/draftPlace.ts';
import { DeletedSince } from './DeletedSince.tsx';
import { useNear } from './nearViewport.ts';
import { Paragraph } from './Paragraph.tsx';
import { type Look, useLook } from './useLook.ts';

interface Props {
  readonly ids: readonly ParagraphId[];
  readonly isFirst: boolean;
  /** Whether what was deleted since Rev.0 is shown between the paragraphs. */
  readonly showsDeleted: boolean;
  /** The draft that is edited within this stretch. */
  readonly place: DraftPlace | null;
}

/** Some paragraphs in a row. The browser lays a stretch out, and we compile its amendments and follow another wish of the reader, when it is near the screen. */
export const Stretch = memo(function Stretch({ ids, isFirst, showsDeleted, place }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const near = useNear(element, isFirst);
  const look = useLook(near);
  return (
    <div ref={element} className="stretch">
      {ids.map((id, index) => (
        <Fragment key={id}>
          <Placed id={id} look={look} first={isFirst && index === 0} place={place} />
          {showsDeleted && <DeletedSince after={id} />}
          {place?.after === id && <DraftInPlace draft={place.draft} />}
        </Fragment>
      ))}
    </div>
  );
});

interface PlacedProps {
  readonly id: ParagraphId;
  readonly look: Look | null;
  readonly first: boolean;
  readonly place: DraftPlace | null;
}

/** A paragraph, or the draft that stands in its place. */
function Placed({ id, look, first, place }: PlacedProps) {
  if (place === null || !place.covered.has(id)) return <Paragraph id={id} look={look} first={first} />;
  if (place.first !== id) return null;
  return <Paragraph id={id} look={look} first={first} editor={<DraftInPlace draft={place.draft} />} />;
}
