import type { ParagraphId } from '@chapeau/text';
import { Fragment, memo, useRef } from 'react';
import { DraftInPlace } from '../amendments/DraftInPlace.tsx';
import type { DraftPlace } from '../amendments/draftPlace.ts';
import { DeletedSince } from './DeletedSince.tsx';
import { useNear } from './nearViewport.ts';
import { Paragraph } from './Paragraph.tsx';

interface Props {
  readonly ids: readonly ParagraphId[];
  readonly isFirst: boolean;
  /** Whether what was deleted since Rev.0 is shown between the paragraphs. */
  readonly showsDeleted: boolean;
  /** The draft that is edited within this stretch. */
  readonly place: DraftPlace | null;
}

/** Some paragraphs in a row. The browser lays a stretch out, and we compile its amendments, when it comes near the screen. */
export const Stretch = memo(function Stretch({ ids, isFirst, showsDeleted, place }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const near = useNear(element) || isFirst;
  return (
    <div ref={element} className="stretch">
      {ids.map((id, index) => (
        <Fragment key={id}>
          <Placed id={id} near={near} first={isFirst && index === 0} place={place} />
          {showsDeleted && <DeletedSince after={id} />}
          {place?.after === id && <DraftInPlace draft={place.draft} />}
        </Fragment>
      ))}
    </div>
  );
});

interface PlacedProps {
  readonly id: ParagraphId;
  readonly near: boolean;
  readonly first: boolean;
  readonly place: DraftPlace | null;
}

/** A paragraph, or the draft that stands in its place. */
function Placed({ id, near, first, place }: PlacedProps) {
  if (place === null || !place.covered.has(id)) return <Paragraph id={id} near={near} first={first} />;
  if (place.first !== id) return null;
  return <Paragraph id={id} near={near} first={first} editor={<DraftInPlace draft={place.draft} />} />;
}
