import type { DelegationId } from '@chapeau/procedure';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthorShare } from './authorship.ts';
import { delegationColour } from './delegationColour.ts';

interface Props {
  readonly shares: readonly AuthorShare[];
  /** Of the paragraph. */
  readonly label: string;
  readonly nameOf: (delegation: DelegationId) => string;
  /** Undefined: nobody is pointed at any more. */
  readonly onPoint: (delegation: DelegationId | null | undefined) => void;
}

/** Who wrote a paragraph: a bar in proportion, and each author by name. Pointing at one shows that author's words in the text. */
export function AuthorChips({ shares, label, nameOf, onPoint }: Props) {
  const { t } = useTranslation();
  if (shares.length === 0) return null;
  const name = (delegation: DelegationId | null) =>
    delegation === null ? t('rooms.authors.zeroDraft') : nameOf(delegation);
  return (
    <fieldset className="author-chips" aria-label={t('rooms.authors.label', { label })}>
      {shares.length > 1 && (
        <span className="author-bar" aria-hidden>
          {shares.map(({ delegation, length }) => (
            <span key={delegation} style={{ flexGrow: length, background: delegationColour(delegation) }} />
          ))}
        </span>
      )}
      {shares.map(({ delegation, percent }) => (
        <button
          key={delegation}
          type="button"
          className="author-chip"
          title={t('rooms.authors.show', { name: name(delegation) })}
          style={{ '--author': delegationColour(delegation) } as CSSProperties}
          onPointerEnter={() => onPoint(delegation)}
          onPointerLeave={() => onPoint(undefined)}
          onFocus={() => onPoint(delegation)}
          onBlur={() => onPoint(undefined)}
        >
          {name(delegation)} {percent} %
        </button>
      ))}
    </fieldset>
  );
}
