import { describe, expect, test } from 'vitest';
import { type EditorialLanguage } from '../../src/index.ts';
import { found, shown } from './marked.ts';

/** Paragraphs as resolutions have them, of which nothing is to be remarked. */
const sound: Readonly<Record<EditorialLanguage, readonly string[]>> = {
  en: [
    'OP Welcomes Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea and Georgia;',
    'OP Thanks the Russian Federation, the Syrian Arab Republic and the Republic of Korea;',
    'OP Thanks the United Republic of Tanzania, the Republic of Moldova and North Macedonia;',
    'OP Thanks the United Kingdom of Great Britain and Northern Ireland;',
    'OP Thanks Bolivia (Plurinational State of) and the Federated States of Micronesia;',
    'OP Recalls the Vietnam War, the Turkey–Syria border and New Holland;',
    'OP Serves turkey on china;',
    'OP Pays 4 million United States dollars, or US$ 4 million;',
    'OP Recalls article XX and the XXI session;',
    'OP Notes States’ rights, “the ‘digital’ divide” and the 1990s’ lessons;',
    'OP Decides that that State shall act;',
    'OP Recalls decision 5/CP.21, resolution A/RES/78/1, paras. 1, 2 etc.;',
    'OP Once again calls upon all States to act;',
    'OP Pays tribute to all;',
    'OP Elects the Board;',
    'PP Having also considered the report,',
    'PP Acting under Chapter VII of the Charter,',
    'PP Committed to peace,',
    'PP Pursuant to its resolution 78/1,',
  ],
  fr: [
    'OP Rappelle le XXe siècle ;',
    'OP Se félicite du rapport ;',
    'OP Se déclare préoccupée ;',
    'OP Déclare : « Oui » ;',
    'OP Note que 50 % des États se sont réunis à 14:30 ;',
    'OP Décide de demeurer saisie de la question ;',
    'OP Remercie les États-Unis d’Amérique, la Fédération de Russie et la Türkiye ;',
    'OP Invite l’Iran (République islamique d’) à participer ;',
    'OP Sait gré à tous ;',
    'PP Se félicitant du rapport,',
    'PP Vu la Charte,',
    'PP S’inspirant de la Charte,',
    'PP Compte tenu de la Charte,',
  ],
  es: [
    'OP Recuerda el siglo XX y el siglo XXI;',
    'OP Pide que se pregunte: ¿cómo?;',
    'OP Da las gracias a todos;',
    'OP Se compromete a ayudar;',
    'OP Vuelve a pedir ayuda;',
    'OP Agradece a los Estados Unidos Mexicanos, a Guinea Ecuatorial y a la Federación de Rusia;',
    'PP Habiendo examinado el informe,',
    'PP Profundamente alarmada por ello,',
    'PP Guiándose por la Carta,',
  ],
  id: [
    'PP Mengingat Piagam Perserikatan Bangsa-Bangsa,',
    'PP Menimbang bahwa semua setara,',
    'PP Bahwa semua setara,',
    'PP Juga mengingat Piagam,',
    'PP Setelah mempertimbangkan laporan,',
    'PP Dengan keprihatinan mendalam atas kesenjangan,',
    'OP Memutuskan untuk bertemu;',
    'OP Dengan ini memutuskan untuk bertemu;',
    'OP Mendesak negara-negara anggota, dsb.;',
    'OP Turut mendorong Republik Korea dan Timor-Leste;',
    'OP Sepakat untuk bertemu;',
  ],
};

describe.each(Object.entries(sound))('sound paragraphs of a text in %s', (language, lines) => {
  test.each(lines)('%s', (line) => {
    const last = { en: 'Decides.', fr: 'Décide.', es: 'Decide.', id: 'Memutuskan.' }[language as EditorialLanguage];
    const text = [line, `OP ${last}`];
    const findings = found(text, { language: language as EditorialLanguage, off: ['opening-italics'] });
    expect(shown(text, findings)).toEqual([]);
  });
});

test.each<[EditorialLanguage, string]>([
  ['en', 'OP Meets on XX October;'],
  ['fr', 'OP Se réunit le XX octobre ;'],
  ['es', 'OP Invita a XX Estados;'],
  ['id', 'OP Bertemu pada XX Oktober;'],
])('in %s two X are a placeholder where they are no numeral', (language, line) => {
  expect(shown([line], found([line], { language, only: ['placeholder-left'] }))).toEqual([
    'placeholder-left:placeholder "XX"',
  ]);
});
