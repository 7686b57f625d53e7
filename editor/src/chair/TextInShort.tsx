import { type DocumentState, type ParagraphState, paragraphsInText } from '@chapeau/procedure';
import { compare } from '@chapeau/redline';
import { Redlined } from '../text/Redlined.tsx';
import { Runs } from '../text/Runs.tsx';

interface Props {
  readonly document: DocumentState;
  /** The text as it was shown before, to mark what has changed; null where nothing was. */
  readonly before: DocumentState | null;
}

/** The whole text in a small scrolling frame: what an act on it is about. */
export function TextInShort({ document, before }: Props) {
  return (
    // A frame that scrolls can be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="frozen-words" tabIndex={0} role="group" aria-label={document.title}>
      {paragraphsInText(document).map((paragraph) => (
        <div key={paragraph.id} className={`line kind-${paragraph.kind} level-${paragraph.level}`}>
          <span className="line-label">{paragraph.label}</span>
          <div>
            <Words paragraph={paragraph} before={before} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Words({ paragraph, before }: { readonly paragraph: ParagraphState; readonly before: DocumentState | null }) {
  if (before === null) return <Runs runs={paragraph.runs} />;
  const was = before.paragraphs.get(paragraph.id);
  if (was === undefined) {
    return (
      <ins className="inserted">
        <Runs runs={paragraph.runs} />
      </ins>
    );
  }
  return was.hash === paragraph.hash ? <Runs runs={paragraph.runs} /> : <Redlined redline={compare(was, paragraph)} />;
}
