import { defaultNumbering, editorialLanguages, type NumberingRule } from '@chapeau/text';
import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';

const schemes = [
  'separate',
  'prefixed',
  'continuous',
  'articles',
] as const satisfies readonly NumberingRule['scheme'][];
const meanings = ['additional', 'alternative'] as const satisfies readonly NumberingRule['bis'][];

interface Props {
  /** Null: the conference has said nothing, and the default holds. */
  readonly numbering: NumberingRule | null;
  readonly onChange: (numbering: NumberingRule) => void;
}

/** How the conference numbers its texts. */
export function NumberingFields({ numbering, onChange }: Props) {
  const { t } = useWords();
  const rule = numbering ?? defaultNumbering;
  return (
    <fieldset className="stack numbering-fields">
      <legend className="label">{t('numbering.title')}</legend>
      <Field label={t('numbering.scheme')} hint={t('numbering.hint')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={rule.scheme}
            values={schemes}
            name={(scheme) => t(`numbering.schemes.${scheme}`)}
            onChange={(scheme) => onChange({ ...rule, scheme })}
          />
        )}
      </Field>
      <div className="desk-columns">
        <Field label={t('numbering.bis')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={rule.bis}
              values={meanings}
              name={(bis) => t(`numbering.bisMeans.${bis}`)}
              onChange={(bis) => onChange({ ...rule, bis })}
            />
          )}
        </Field>
        <Field label={t('numbering.language')} hint={t('numbering.languageHint')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={rule.language}
              values={editorialLanguages}
              name={(language) => t(`numbering.languages.${language}`)}
              onChange={(language) => onChange({ ...rule, language })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  readonly ids: object;
  readonly value: T;
  readonly values: readonly T[];
  readonly name: (value: T) => string;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ ids, value, values, name, onChange }: ChoiceProps<T>) {
  return (
    <select
      {...ids}
      className="select"
      value={value}
      onChange={(event) => {
        const chosen = values.find((one) => one === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {name(one)}
        </option>
      ))}
    </select>
  );
}
