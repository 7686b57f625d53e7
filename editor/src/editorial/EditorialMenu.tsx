import './editorial.css';
import type { RuleId } from '@chapeau/text';
import { useId } from 'react';
import { checkedLanguageOf } from '@chapeau/procedure';
import { Menu } from '../app/Menu.tsx';
import { useConference } from '../conference/useConference.ts';
import { dateLocale } from '../i18n/dateLocale.ts';
import { checkedLanguages, chooseEditorial, ruleKinds, rulesByKind, useEditorialChoice } from './editorialChoice.ts';
import { useOffByConference } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

interface Props {
  readonly count: number;
  /** The text is being written together: only its words and signs are looked at. */
  readonly isWriting?: boolean;
}

/** Whether editorial checks are shown, with how many paragraphs they concern, in which language the document is read, and which rules are looked at. */
export function EditorialMenu({ count, isWriting = false }: Props) {
  const { t } = useEditorialWords();
  const { shown } = useEditorialChoice();
  return (
    <Menu
      className="editorial-menu"
      label={shown && count > 0 ? t('editorial:titleCount', { count }) : t('editorial:title')}
    >
      {/* Several choices are made one after another: the menu stays open. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="editorial-choices stack tight" onClick={(event) => event.stopPropagation()}>
        <OffByConference />
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
        <RuleChoices kinds={isWriting ? ['words'] : ruleKinds} />
        <p className="hint">
          {isWriting && t('editorial:whileWriting')} {t('editorial:kept')}
        </p>
      </div>
    </Menu>
  );
}

/** That the conference has switched checks off, and since when; nothing where it has not. */
function OffByConference() {
  const { t, i18n } = useEditorialWords();
  const off = useOffByConference();
  const since = useConference((state) => state.checksSince);
  const zone = useConference((state) => state.details?.timeZone ?? 'UTC');
  if (off.length === 0 || since === null) return null;
  const time = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(since));
  return (
    <p className="notice">
      {t('editorial:offSince', { time })} {off.map((rule) => t(`editorial:rule.${rule}`)).join(' · ')}
    </p>
  );
}

function RuleChoices({ kinds }: { readonly kinds: readonly (typeof ruleKinds)[number][] }) {
  const { t } = useEditorialWords();
  const { shown, off } = useEditorialChoice();
  const byConference = useOffByConference();
  const toggle = (rule: RuleId, on: boolean) =>
    chooseEditorial({ off: on ? off.filter((one) => one !== rule) : [...off, rule] });
  return kinds.map((kind) => (
    <fieldset key={kind} disabled={!shown}>
      <legend className="label">{t(`editorial:kinds.${kind}`)}</legend>
      {rulesByKind[kind].map((rule) => {
        const isOff = byConference.includes(rule);
        return (
          <label key={rule} className="check">
            <input
              type="checkbox"
              checked={!isOff && !off.includes(rule)}
              disabled={isOff}
              onChange={(event) => toggle(rule, event.target.checked)}
            />
            <span>
              {t(`editorial:rule.${rule}`)}
              {isOff && <span className="hint"> ({t('editorial:offByConference')})</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  ));
}

function LanguageChoice() {
  const { t } = useEditorialWords();
  const id = useId();
  const { language } = useEditorialChoice();
  const ofConference = useConference(checkedLanguageOf);
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
