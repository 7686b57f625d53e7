import './editorial.css';
import type { RuleId } from '@chapeau/text/editorial';
import { useId } from 'react';
import { Menu } from '../app/Menu.tsx';
import { useConference } from '../conference/useConference.ts';
import { checkedLanguages, chooseEditorial, rulesByKind, useEditorialChoice } from './editorialChoice.ts';
import { useEditorialWords } from './useEditorialWords.ts';

const kinds = ['force', 'unsettled', 'form', 'words'] as const;

/** Whether editorial checks are shown, with how many paragraphs they concern, in which language the document is read, and which rules are looked at. */
export function EditorialMenu({ count }: { readonly count: number }) {
  const { t } = useEditorialWords();
  const { shown, off } = useEditorialChoice();
  const toggle = (rule: RuleId, on: boolean) =>
    chooseEditorial({ off: on ? off.filter((one) => one !== rule) : [...off, rule] });
  return (
    <Menu
      className="editorial-menu"
      label={shown && count > 0 ? t('editorial:titleCount', { count }) : t('editorial:title')}
    >
      {/* Several choices are made one after another: the menu stays open. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="editorial-choices stack tight" onClick={(event) => event.stopPropagation()}>
        <label className="check">
          <input
            type="checkbox"
            role="switch"
            aria-checked={shown}
            checked={shown}
            onChange={(event) => chooseEditorial({ shown: event.target.checked })}
          />
          {t('editorial:show')}
        </label>
        <LanguageChoice />
        {kinds.map((kind) => (
          <fieldset key={kind} disabled={!shown}>
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
        <p className="hint">{t('editorial:kept')}</p>
      </div>
    </Menu>
  );
}

function LanguageChoice() {
  const { t } = useEditorialWords();
  const id = useId();
  const { language } = useEditorialChoice();
  const ofConference = useConference((state) => state.details?.numbering?.language) ?? 'en';
  return (
    <div className="field">
      <label htmlFor={id}>{t('editorial:language')}</label>
      <select
        id={id}
        className="select"
        value={language ?? ''}
        onChange={(event) =>
          chooseEditorial({ language: checkedLanguages.find((one) => one === event.target.value) ?? null })
        }
      >
        <option value="">
          {t('editorial:languageOfConference', { language: t(`editorial:languages.${ofConference}`) })}
        </option>
        {checkedLanguages.map((one) => (
          <option key={one} value={one}>
            {t(`editorial:languages.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
