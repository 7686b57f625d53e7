/** Short forms met in negotiating texts, by ISO 3166-1 alpha-3, beside ISO codes and the names of the United Nations list. */
export const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ARG: ['Arg'],
  AUS: ['Austr', 'Austral', 'Oz'],
  BGD: ['Bdesh'],
  BOL: ['Bolivia'],
  BRA: ['Bra', 'Braz'],
  BRN: ['Brunei'],
  CAN: ['Can', 'Cda'],
  CHE: ['Swiss', 'Switz', 'Switz.'],
  CHL: ['CHI'],
  CHN: ['PRC', "People's Republic of China", 'P.R. China', 'Chn'],
  COD: ['DRC', 'DR Congo', 'Congo'],
  COG: ['Congo', 'Congo-Brazzaville'],
  COL: ['Col'],
  CPV: ['Cape Verde'],
  CRI: ['CR', 'C. Rica'],
  CZE: ['Czech Republic', 'Czech'],
  DEU: ['FRG', 'Ger'],
  ECU: ['Ecu'],
  FSM: ['Micronesia'],
  GBR: ['UK', 'U.K.', 'Great Britain', 'United Kingdom', 'Britain'],
  IDN: ['Indo', 'INA', 'RI'],
  IND: ['Ind'],
  IRN: ['Iran'],
  JPN: ['J', 'Jpn', 'Jap', 'JP'],
  KOR: ['ROK', 'R.O.K.', 'South Korea', 'Rep. of Korea', 'Republic of Korea', 'Korea', 'RoK'],
  LAO: ['Lao PDR', 'Laos', 'Lao'],
  MAR: ['Mor'],
  MDA: ['Moldova'],
  MEX: ['Mex'],
  MKD: ['Macedonia'],
  MMR: ['Burma'],
  NLD: ['Holland'],
  NOR: ['Nor'],
  NZL: ['NZ', 'N.Z.', 'N. Zealand', 'Aotearoa New Zealand'],
  PAK: ['Pak'],
  PHL: ['Phil', 'RP'],
  PRK: ['DPRK', 'North Korea', 'Korea'],
  PSE: ['Palestine'],
  RUS: ['Russia', 'RF', 'Rus'],
  SAU: ['KSA'],
  SGP: ['Sing', "S'pore", 'Spore'],
  SWZ: ['Swaziland'],
  SYR: ['Syria'],
  THA: ['Thai'],
  TLS: ['East Timor', 'Timor Leste'],
  TUR: ['Turkey', 'Turkiye'],
  TZA: ['Tanzania'],
  USA: ['US', 'U.S.', 'U.S.A.', 'United States', 'the United States'],
  VAT: ['Vatican'],
  VEN: ['Venezuela', 'Ven'],
  VNM: ['Vietnam', 'VN'],
  ZAF: ['RSA', 'S. Africa', 'SA'],
};

interface KnownGroup {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly members: readonly string[] | null;
  readonly source: string | null;
}

function codes(list: string): readonly string[] {
  return list.trim().toLowerCase().split(/\s+/);
}

function unrecorded(id: string, name: string, ...names: readonly string[]): KnownGroup {
  return { id, name, names, members: null, source: null };
}

/**
 * Groups that speak in conferences. Members stand only where a treaty or the group's own list fixes them: not those of the Group of 77,
 * which says "over 130" of itself, nor of groups whose members are others from body to body, such as JUSCANZ.
 */
export const groups: readonly KnownGroup[] = [
  {
    id: 'asean',
    name: 'ASEAN',
    names: ['Asean', 'Association of Southeast Asian Nations'],
    members: codes('BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM'),
    source:
      'ASEAN: declaration on the admission of Timor-Leste, 26 October 2025; ten members from 30 April 1999 until then',
  },
  {
    id: 'eu',
    name: 'European Union',
    names: ['EU', 'E.U.', 'EU-27', 'EU27', 'EU and its Member States', 'EU and its member States', 'UE', 'EC'],
    members: codes(
      'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE',
    ),
    source: 'Treaty on European Union, article 52, as it stands since 1 February 2020',
  },
  {
    id: 'canz',
    name: 'CANZ',
    names: ['Canada, Australia and New Zealand'],
    members: codes('CAN AUS NZL'),
    source: 'The three that its name lists',
  },
  {
    id: 'aosis',
    name: 'AOSIS',
    names: ['Alliance of Small Island States'],
    members: codes(
      'ATG BHS BRB BLZ CPV COM COK CUB DMA DOM FJI FSM GRD GNB GUY HTI JAM KIR MDV MHL MUS NRU NIU PLW PNG WSM STP SGP SYC SLB KNA LCA VCT SUR TLS TON TTO TUV VUT',
    ),
    source: 'AOSIS, its own list: 37 States, the Cook Islands and Niue, unchanged since 2017',
  },
  unrecorded(
    'g77',
    'Group of 77 and China',
    'G77',
    'G-77',
    'G77/China',
    'G-77/China',
    'G77 and China',
    'G-77 and China',
    'G77 & China',
    'G77+China',
    'Group of 77',
  ),
  unrecorded('juscanz', 'JUSCANZ', 'JUSSCANNZ', 'JUSSCANZ', 'JUSKANZ'),
  unrecorded('lmg', 'Like-Minded Group', 'LMG', 'Like-minded Group'),
  unrecorded('lmdcs', 'Like-Minded Developing Countries', 'LMDC', 'LMDCs', 'Like-minded developing countries'),
  unrecorded('ldcs', 'Least developed countries', 'LDCs', 'LDC Group', 'LDC'),
  unrecorded('lldcs', 'Landlocked developing countries', 'LLDCs', 'LLDC'),
  unrecorded('sids', 'Small island developing States', 'SIDS'),
  unrecorded('arab-group', 'Arab Group', 'Arab States', 'Group of Arab States', 'League of Arab States'),
  unrecorded(
    'african-group',
    'African Group',
    'Africa Group',
    'AG',
    'AGN',
    'African Group of Negotiators',
    'Group of African States',
  ),
  unrecorded('african-union', 'African Union', 'AU'),
  unrecorded('grulac', 'GRULAC', 'Latin American and Caribbean Group'),
  unrecorded('caricom', 'CARICOM', 'Caribbean Community'),
  unrecorded('oic', 'OIC', 'Organisation of Islamic Cooperation', 'Organization of Islamic Cooperation'),
  unrecorded('nam', 'Non-Aligned Movement', 'NAM', 'Movement of Non-Aligned Countries'),
  unrecorded('pif', 'Pacific Islands Forum', 'PIF'),
  unrecorded('psids', 'Pacific Small Island Developing States', 'PSIDS', 'Pacific SIDS'),
  unrecorded('eig', 'Environmental Integrity Group', 'EIG'),
  unrecorded('umbrella-group', 'Umbrella Group', 'UG'),
  unrecorded('ailac', 'AILAC'),
  unrecorded('alba', 'ALBA'),
  {
    id: 'basic',
    name: 'BASIC',
    names: ['BASIC countries', 'BASIC Group'],
    members: codes('BRA ZAF IND CHN'),
    source: 'The four that its name lists',
  },
  {
    id: 'gcc',
    name: 'Gulf Cooperation Council',
    names: ['GCC', 'Cooperation Council for the Arab States of the Gulf'],
    members: codes('ARE BHR SAU OMN QAT KWT'),
    source: 'Charter of the Cooperation Council, 25 May 1981, article 5',
  },
  {
    id: 'nordic-countries',
    name: 'Nordic countries',
    names: ['Nordics', 'Nordic States'],
    members: codes('DNK FIN ISL NOR SWE'),
    source: 'Treaty of cooperation of Helsinki, 23 March 1962: the five that concluded it',
  },
  unrecorded('mercosur', 'MERCOSUR'),
  unrecorded('weog', 'WEOG', 'Western European and other States', 'Western European and Others Group'),
  unrecorded('eeg', 'Eastern European Group', 'EEG'),
  unrecorded('asia-pacific-group', 'Asia-Pacific Group', 'APG', 'Asia and the Pacific Group', 'ASPAG'),
  unrecorded('acp', 'Organisation of African, Caribbean and Pacific States', 'ACP', 'OACPS', 'ACP Group'),
  // Labour, intellectual property and telecommunication conferences have groups of their own.
  unrecorded('imec', 'Industrialized market economy countries', 'IMEC'),
  unrecorded('employers-group', 'Employers’ group', "Employers' group", 'Employers group', 'Employer Members'),
  unrecorded('workers-group', 'Workers’ group', "Workers' group", 'Workers group', 'Worker Members'),
  unrecorded('group-b', 'Group B'),
  unrecorded('cebs', 'Group of Central European and Baltic States', 'CEBS'),
  unrecorded('cept', 'European Conference of Postal and Telecommunications Administrations', 'CEPT'),
  unrecorded('citel', 'Inter-American Telecommunication Commission', 'CITEL'),
];

/** Who speaks in a text without being a delegation. */
export const roles: Readonly<Record<string, readonly string[]>> = {
  Chair: [
    "Chair's proposal",
    'Chair’s proposal',
    "Chair's text",
    "Chair's suggestion",
    'Chairperson',
    'Chairs',
    'Co-Chairs',
    'Co-chairs',
    "Co-Chairs' proposal",
    "Co-chairs' proposal",
    'Chair proposal',
  ],
  Facilitator: [
    "Facilitator's proposal",
    "Facilitator's text",
    'Co-Facilitators',
    'Co-facilitators',
    "Co-facilitators' proposal",
    'Facilitators',
  ],
  Secretariat: ["Secretariat's proposal", 'Secretariat proposal'],
};
