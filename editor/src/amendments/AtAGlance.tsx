import { type AmendmentState, latest, positionsOn } from '@chapeau/procedure';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Nameplate } from '../app/Nameplate.tsx';
import { mayDraft } from '../conference/may.ts';
import { positions } from '../conference/terms.ts';
import { useDocument, useSeat } from '../conference/useConference.ts';
import { gistOf } from './gist.ts';
import { positionSigns } from './positionSigns.ts';
import { scopeWords } from './scopeWords.ts';

const namedAtOnce = 6;

/** An amendment in two lines: whose it is, what it changes, who stands where, and what my delegation has said. */
export function AtAGlance({ amendment }: { readonly amendment: AmendmentState }) {
  const { sponsors } = amendment;
  return (
    <div className="glance">
      <p className="card-sponsors">
        <SponsorsInShort sponsors={sponsors} />
        <Tally amendment={amendment} />
        <Mine amendment={amendment} />
      </p>
      <p className="gist">
        <GistWords amendment={amendment} />
      </p>
    </div>
  );
}

/** The first of those who sponsor an amendment and how many more there are, or that nobody is named. */
export function SponsorsInShort({ sponsors }: Pick<AmendmentState, 'sponsors'>) {
  const { t } = useTranslation();
  return (
    <>
      {sponsors.slice(0, namedAtOnce).map((sponsor) => (
        <Nameplate key={sponsor} id={sponsor} short />
      ))}
      {sponsors.length > namedAtOnce && <span>+{sponsors.length - namedAtOnce}</span>}
      {sponsors.length === 0 && <span className="muted">{t('amendments.list.noName')}</span>}
    </>
  );
}

/** What an amendment changes, in a line. */
export function GistWords({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const version = latest(amendment);
  const document = useDocument((one) => one);
  const { changes, more } = gistOf(document, version);
  if (changes.length === 0) return scopeWords(document, version.scope, t);
  return (
    <>
      {changes.map(({ before, after }, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {before !== '' && (
            <del className="deleted">
              <span className="visually-hidden">{t('text.deleted')} </span>
              {before}
            </del>
          )}
          {before !== '' && after !== '' && ' '}
          {after !== '' && (
            <ins className="inserted">
              <span className="visually-hidden">{t('text.inserted')} </span>
              {after}
            </ins>
          )}
        </Fragment>
      ))}
      {more > 0 && <span className="hint"> {t('amendments.list.more', { count: more })}</span>}
    </>
  );
}

/** How many hold each position on the wording in force. */
function Tally({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const held = Map.groupBy(positionsOn(amendment.positions, latest(amendment).hash), ([, { position }]) => position);
  if (held.size === 0) return null;
  return (
    <span className="tally">
      {positions.map((position) => {
        const count = held.get(position)?.length ?? 0;
        return count === 0 ? null : (
          <span key={position} className={`position-${position}`} title={t(`position.${position}.action`)}>
            <span className="position-sign" aria-hidden="true">
              {positionSigns[position]}
            </span>
            {count}
            <span className="visually-hidden"> {t(`position.${position}.action`)}</span>
          </span>
        );
      })}
    </span>
  );
}

/** What my delegation has to do with it; nothing for who speaks for none. */
function Mine({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const mine = standOf(amendment, seat.delegation);
  if (!mayDraft(seat) || mine === null) return null;
  if (mine === 'sponsor') return <span className="mine">{t('amendments.list.yours')}</span>;
  if (mine === 'none') return <span className="mine is-open">{t('amendments.list.unspoken')}</span>;
  return (
    <span className="mine">
      <span aria-hidden="true">{positionSigns[mine]}</span> {t(`amendments.list.you`)}{' '}
      {t(`position.${mine}.action`).toLocaleLowerCase()}
    </span>
  );
}

/** Where a delegation stands on the wording in force of an amendment. */
export function standOf(amendment: AmendmentState, delegation: AmendmentState['sponsors'][number] | null) {
  if (delegation === null) return null;
  if (amendment.sponsors.includes(delegation)) return 'sponsor';
  const held = amendment.positions.get(delegation);
  return held?.hash === latest(amendment).hash ? held.position : 'none';
}
