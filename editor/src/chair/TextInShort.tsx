import { type DocumentState, paragraphsInText } from '@chapeau/procedure';
import { Runs } from '../text/Runs.tsx';

/** The whole text in a small scrolling frame: what an act on it is about. */
export function TextInShort({ document }: { readonly document: DocumentState }) {
  return (
    // A frame that scrolls can be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="frozen-words" tabIndex={0} role="group" aria-label={document.title}>
      {paragraphsInText(document).map((paragraph) => (
        <div key={paragraph.id} className={`line kind-${paragraph.kind} level-${paragraph.level}`}>
          <span className="line-label">{paragraph.label}</span>
          <div>
            <Runs runs={paragraph.runs} />
          </div>
        </div>
      ))}
    </div>
  );
}
