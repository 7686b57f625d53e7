import { paragraphsInText } from '@chapeau/procedure';
import { useDocument } from '../conference/useConference.ts';
import { openingLength } from './opening.ts';
import { Runs } from './Runs.tsx';

/** The paragraphs of the text to read, and nothing else. */
export function PlainParagraphs() {
  const document = useDocument((one) => one);
  return paragraphsInText(document).map(({ id, kind, level, label, runs }) => (
    <div key={id} className={`par kind-${kind} level-${level} is-plain`}>
      <div className="par-label">{label}</div>
      <div className="par-body">
        <Runs runs={runs} opening={openingLength(kind, level, runs)} />
      </div>
    </div>
  ));
}
