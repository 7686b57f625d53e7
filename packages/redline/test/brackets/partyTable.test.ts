import { states } from '@chapeau/text/states';
import { describe, expect, test } from 'vitest';
import { plainText } from '@chapeau/text';
import { defaultPartyTable, type Party, readNotation } from '../../src/brackets/index.ts';
import { groups } from '../../src/brackets/knownParties.ts';

const table = defaultPartyTable();
const meant = (name: string) => table.resolve(name).map(({ id }) => id);

describe('names', () => {
  test.each([
    ['jpn', ['J', 'JPN', 'Japan', 'JAPAN', 'Japon', 'Japón']],
    ['usa', ['US', 'USA', 'U.S.', 'United States', 'the United States of America']],
    ['gbr', ['UK', 'GB', 'GBR', 'United Kingdom']],
    ['kor', ['ROK', 'KR', 'South Korea', 'Republic of Korea']],
    ['prk', ['DPRK', 'Democratic People’s Republic of Korea']],
    ['chn', ['PRC', 'CN', 'China', 'Chine']],
    ['nzl', ['NZ', 'New Zealand']],
    ['che', ['CH', 'Switzerland', 'Switz.']],
    ['can', ['Can', 'Can.', 'CAN', 'Canada']],
    ['mex', ['Mex', 'Mex.', 'México']],
    ['bol', ['Bolivia', 'Bolivia (Plurinational State of)']],
    ['eu', ['EU', 'European Union', 'EU and its Member States']],
    ['g77', ['G77', 'G-77', 'G77 and China', 'G77/China']],
    ['asean', ['ASEAN', 'Asean']],
    ['grulac', ['GRULAC']],
    ['psids', ['PSIDS', 'Pacific SIDS']],
    ['pif', ['PIF', 'Pacific Islands Forum']],
    ['lmdcs', ['LMDCs', 'Like-Minded Developing Countries']],
    ['cok', ['Cook Islands', 'the Cook Islands']],
    ['pse', ['Palestine', 'State of Palestine']],
    ['vat', ['Holy See', 'Vatican']],
    ['imec', ['IMEC']],
    ['chair', ['Chair', 'Chair’s proposal']],
  ])('%s', (id, names) => {
    expect(names.map(meant)).toEqual(names.map(() => [id]));
  });

  test('a name for two is ambiguous, and a person may decide it', () => {
    expect(meant('AU')).toEqual(['aus', 'african-union']);
    expect(meant('Korea')).toEqual(['kor', 'prk']);
    const [australia] = table.resolve('Australia');
    expect(
      defaultPartyTable()
        .set('AU', australia as Party)
        .resolve('AU')
        .map(({ id }) => id),
    ).toEqual(['aus']);
  });

  test.each(['can', 'us', 'basic', 'shall', 'Zembla', '', 'the'])('“%s” is nobody', (name) => {
    expect(meant(name)).toEqual([]);
  });

  test('every State answers to its names and codes, alone or among others', () => {
    for (const { alpha2, alpha3, english, official, french, spanish } of states)
      for (const name of [alpha2, alpha3, english, official, french, spanish])
        expect(meant(name), name).toContain(alpha3.toLowerCase());
  });
});

describe('groups', () => {
  test('members are of the list, each once, with a source', () => {
    const known = new Set([...states.map(({ alpha3 }) => alpha3.toLowerCase()), 'cok', 'niu']);
    for (const { id, members, source } of groups) {
      expect(members === null, id).toBe(source === null);
      expect(new Set(members ?? []).size, id).toBe(members?.length ?? 0);
      for (const member of members ?? []) expect(known, `${id} ${member}`).toContain(member);
    }
  });

  test.each([
    ['asean', 'Timor-Leste', true],
    ['eu', 'United Kingdom', false],
    ['eu', 'Croatia', true],
    ['aosis', 'Niue', true],
    ['aosis', 'Malta', false],
    ['aosis', 'Bahrain', false],
    ['canz', 'New Zealand', true],
  ])('%s and %s: %s', (id, state, isMember) => {
    expect(groups.find((group) => group.id === id)?.members?.includes(meant(state)[0] ?? '')).toBe(isMember);
  });

  test.each([
    ['asean', 11],
    ['eu', 27],
    ['canz', 3],
    ['aosis', 39],
    ['basic', 4],
    ['gcc', 6],
    ['nordic-countries', 5],
  ])('%s has %i members', (id, count) => {
    expect(groups.find((group) => group.id === id)?.members).toHaveLength(count);
  });
});

describe('words that a person says are no names', () => {
  const source = '1. Share data [with all - Observatory], [soon - NZ];';
  const read = (parties = table) => readNotation(source, { parties }).paragraphs[0];
  const named = (parties = table) =>
    read(parties)?.proposals.flatMap((proposal) => proposal.parties.map(({ written }) => written));

  test('are words of the text, and no other name is lost', () => {
    expect(named()).toEqual(['Observatory', 'NZ']);
    expect(named(table.without(['Observatory']))).toEqual(['NZ']);
    expect(plainText({ runs: read(table.without(['Observatory']))?.base ?? [] })).toContain('- Observatory');
  });

  test('are nobody, also where the table knows them, and stay so in a copy', () => {
    const without = table.without(['NZ']).knowing(['Atlantis']);
    expect(without.resolve('NZ')).toEqual([]);
    expect(without.resolve('Atlantis')).toHaveLength(1);
    expect(table.resolve('NZ')).toHaveLength(1);
    expect(named(table.without(['NZ']))).toEqual(['Observatory']);
  });
});
