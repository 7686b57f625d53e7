import { present } from '@chapeau/base';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  actSchema,
  checkedLanguageOf,
  type ConferenceDetails,
  eventSchema,
  evolve,
  type ConferenceState,
  stateFromJson,
  stateToJson,
} from '../src/index.ts';
import { editorialRules, rulesSwitchedOff } from '@chapeau/text';
import { chair, Conference, fiji, secretariat } from './conference.ts';

function detailsOf({ state }: Conference): ConferenceDetails {
  return present(state.details, 'details');
}

function rulesOff({ details }: ConferenceState) {
  return rulesSwitchedOff(details?.checks);
}

function saying(conference: Conference, checks: ConferenceDetails['checks']): Act {
  const { checks: _, ...details } = detailsOf(conference);
  return { type: 'amend-conference', details: { ...details, ...(checks === undefined ? {} : { checks }) } };
}

describe('editorial checks', () => {
  test('[C5] a record that says nothing of them has all of them on', () => {
    const { state } = new Conference();
    expect(state.details).not.toHaveProperty('checks');
    expect([rulesOff(state), state.checksSince, checkedLanguageOf(state)]).toEqual([[], null, 'en']);
  });

  test('[C5] the secretariat switches them off by rule, that of force among them, and on again; the state says since when', () => {
    const conference = new Conference();
    conference.does(secretariat, saying(conference, { off: ['ending', 'force-changed'] }));
    const { at } = conference.state;
    expect(rulesOff(conference.state)).toEqual(['ending', 'force-changed']);
    expect(conference.state.checksSince).toBe(at);
    conference.now += 60_000;
    const renamed = { ...detailsOf(conference), theme: 'Another' };
    conference.does(secretariat, { type: 'amend-conference', details: renamed });
    expect(conference.state.checksSince).toBe(at);
    conference.does(secretariat, saying(conference, undefined));
    expect(rulesOff(conference.state)).toEqual([]);
    expect(conference.state.checksSince).toBe(conference.state.at);
  });

  test('[C5] all of them, which also means those that come later, and that the text is in a language without rules', () => {
    const conference = new Conference();
    conference.does(secretariat, saying(conference, { off: 'all', language: 'other' }));
    expect(rulesOff(conference.state)).toEqual(editorialRules);
    expect(checkedLanguageOf(stateFromJson(JSON.parse(JSON.stringify(stateToJson(conference.state)))))).toBe('other');
  });

  test('[C5] nobody else does', () => {
    const conference = new Conference();
    const act = saying(conference, { off: 'all' });
    conference.isRefused('G1', chair, act);
    conference.isRefused('G1', fiji, act);
  });

  test('[C5] a rule that there is not cannot be switched off; a record that names one folds all the same', () => {
    const conference = new Conference();
    const unknown = { off: ['ending', 'no-such-rule'] };
    const details = { ...detailsOf(conference), checks: unknown };
    expect(actSchema.safeParse({ type: 'amend-conference', details }).success).toBe(false);
    const event = eventSchema.parse({ type: 'conference-amended', details });
    const { seq, at } = conference.state;
    expect(rulesOff(evolve(conference.state, { seq: seq + 1, at, event }))).toEqual(['ending']);
  });
});
