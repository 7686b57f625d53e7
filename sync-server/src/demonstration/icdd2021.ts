import type { Demonstration } from './demonstration.ts';
import { sectors } from './sectors.ts';
import { heading, item, operative, plain, preamble, title } from './zeroDraft.ts';

/** The international conference of 16 November 2021 in Bali: its participants, and a zero draft of our own on its five areas. */
export const icdd2021: Demonstration = {
  id: 'icdd-2021',
  details: {
    title: 'International Conference on Digital Diplomacy (ICDD) 2021',
    theme: 'Unmasking Digital Diplomacy in the New Normal',
    place: 'Nusa Dua, Bali',
    startsOn: '2021-11-16',
    endsOn: '2021-11-16',
    timeZone: 'Asia/Makassar',
    sectors,
  },
  participants: 'aus brn khm chl chn fji fin ind idn jpn lao mys nzl phl kor sgp zaf tha usa gbr vnm'.split(' '),
  document: 'Bali Message on International Cooperation in Digital Diplomacy',
  zeroDraft: [
    title('Bali Message on International Cooperation in Digital Diplomacy'),
    plain('The delegations assembled in Bali on 16 November 2021,'),
    preamble(
      'Building',
      'on the Jakarta Message of September 2019, in which a first circle of States agreed to learn from one another in the digital conduct of foreign affairs,',
    ),
    preamble(
      'Observing',
      'that within weeks the pandemic moved negotiation, representation and assistance to nationals abroad onto screens, and that much of this change will last,',
    ),
    preamble(
      'Mindful',
      'that connectivity, skills and equipment remain unequally shared, and that a diplomacy which depends on them may leave some delegations unheard,',
    ),
    preamble(
      'Convinced',
      'that digital means complement, and do not replace, the trust that is built when people meet in person,',
    ),
    preamble(
      'Alarmed',
      'at the spread of false information and at malicious acts against the networks on which governments rely in an emergency,',
    ),
    preamble(
      'Reaffirming',
      'the sovereign equality of States and the respect due to international law, including the Charter of the United Nations, in all that States do by digital means,',
    ),
    plain('Have reached the following understanding:'),
    heading('I.', 'Policy frameworks'),
    operative(
      'Call upon',
      'each government to set out, in the form that suits its own circumstances, how its foreign service uses digital tools, including:',
    ),
    item('the purposes that such tools serve and the officials who answer for them;'),
    item('the safeguards that keep confidential exchanges confidential;'),
    item('the training that staff receive before a new tool is put to use;'),
    operative(
      'Agree',
      'to share such frameworks with one another, through a directory of contact points that the host country will keep;',
    ),
    operative(
      'Invite',
      'universities and research institutes to study what works in digital diplomacy and to publish what they find;',
    ),
    heading('II.', 'Crisis management'),
    operative(
      'Resolve',
      'to help one another to reach nationals in distress, by offering consular information online in the languages that they read;',
    ),
    operative(
      'Support',
      'the early exchange of verified information between foreign ministries during natural disasters, epidemics and other emergencies;',
    ),
    operative(
      'Recommend',
      'that joint exercises, at least one every two years, should test how missions work at a distance when a crisis strikes;',
    ),
    heading('III.', 'Data management'),
    operative(
      'Recognize',
      'that data held for public purposes should be gathered sparingly, kept securely and used only as the law allows;',
    ),
    operative('Undertake', 'to explore common practices on:'),
    item('how long diplomatic data are kept, and who may read them;'),
    item('openness about automated analysis in the preparation of decisions;'),
    item('prompt notice to partners when data that they shared may have been exposed;'),
    heading('IV.', 'Innovation for small and medium-sized enterprises'),
    operative(
      'Promote',
      'contacts between missions abroad and small and medium-sized enterprises that offer digital services;',
    ),
    operative(
      'Favour',
      'the removal of needless obstacles that keep such enterprises, in particular those led by women and by young people, from trading across borders by digital means;',
    ),
    heading('V.', 'Capacity-building and digital inclusion'),
    operative(
      'Decide',
      'to hold each year a course on digital diplomacy for junior diplomats of all participating States, with particular attention to:',
    ),
    item('the least developed countries and small island developing States;'),
    item('the full participation of persons with disabilities;'),
    operative('Welcome', 'offers of equipment, scholarships and visits of experts made in a spirit of solidarity;'),
    operative(
      'Affirm',
      'that the present Message is carried out voluntarily, according to national conditions and available means, and creates no obligation under international law.',
    ),
  ],
};
