import { saveFile } from '../saveFile.ts';
import { useWords } from '../useWords.ts';

interface Props {
  /** The words that have not entered. */
  readonly source: string;
  readonly fileName: string;
  readonly onDiscard: () => void;
}

/** A text that was being prepared when another was tabled: its words are not lost. */
export function Leftover({ source, fileName, onDiscard }: Props) {
  const { t } = useWords();
  return (
    <div className="notice caution stack tight">
      <p>{t('document.leftover')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          onClick={() => saveFile(fileName, new Blob([source], { type: 'text/plain;charset=utf-8' }))}
        >
          {t('document.saveLeftover')}
        </button>
        <button type="button" className="button small danger" onClick={onDiscard}>
          {t('source.discard')}
        </button>
      </div>
    </div>
  );
}
