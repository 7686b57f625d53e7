import type { ConferenceChecks, RuleId } from '@chapeau/text';
import { rulesSwitchedOff } from '@chapeau/text';
import { ruleKinds, rulesByKind } from '../../editorial/editorialChoice.ts';
import { useEditorialWords } from '../../editorial/useEditorialWords.ts';

interface Props {
  /** Null: the conference has said nothing, and all checks are on. */
  readonly checks: ConferenceChecks | null;
  readonly onChange: (checks: ConferenceChecks) => void;
}

/** Which editorial checks the conference has. */
export function EditorialFields({ checks, onChange }: Props) {
  const { t } = useEditorialWords();
  const isOffered = checks?.off !== 'all';
  const off = rulesSwitchedOff(checks ?? undefined);
  const isOther = checks?.language === 'other';
  const change = (next: ConferenceChecks['off'], other: boolean) =>
    onChange({ off: next, ...(other ? { language: 'other' } : {}) });
  const toggle = (rule: RuleId, on: boolean) =>
    change(on ? off.filter((one) => one !== rule) : [...off, rule], isOther);
  return (
    <fieldset className="stack editorial-fields">
      <legend className="label">{t('editorial:conference.title')}</legend>
      <p className="hint">{t('editorial:conference.hint')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isOffered}
          onChange={(event) => change(event.target.checked ? [] : 'all', isOther)}
        />
        {t('editorial:conference.offered')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={isOther}
          onChange={(event) => change(checks?.off ?? [], event.target.checked)}
        />
        {t('editorial:conference.otherLanguage')}
      </label>
      {isOffered && (
        <details>
          <summary>{t('editorial:conference.rules')}</summary>
          {ruleKinds.map((kind) => (
            <fieldset key={kind}>
              <legend className="label">{t(`editorial:kinds.${kind}`)}</legend>
              {rulesByKind[kind].map((rule) => (
                <label key={rule} className="check">
                  <input
                    type="checkbox"
                    checked={!off.includes(rule)}
                    onChange={(event) => toggle(rule, event.target.checked)}
                  />
                  {t(`editorial:rule.${rule}`)}
                </label>
              ))}
            </fieldset>
          ))}
        </details>
      )}
      {off.includes('force-changed') && <p className="notice caution">{t('editorial:conference.force')}</p>}
    </fieldset>
  );
}
