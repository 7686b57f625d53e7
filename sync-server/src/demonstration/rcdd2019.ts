import type { Demonstration } from './demonstration.ts';
import { sectors } from './sectors.ts';
import { heading, item, operative, plain, preamble, title } from './zeroDraft.ts';

/** The regional conference of 10–11 September 2019 in Jakarta: its participants, and a short zero draft of our own on the digital divide. */
export const rcdd2019: Demonstration = {
  id: 'rcdd-2019',
  details: {
    title: 'Regional Conference on Digital Diplomacy (RCDD) 2019',
    theme: 'Strengthening digital diplomacy in the region',
    place: 'Jakarta',
    startsOn: '2019-09-10',
    endsOn: '2019-09-11',
    timeZone: 'Asia/Jakarta',
    sectors,
  },
  participants: 'brn khm idn lao mys mmr phl sgp tha vnm aus chn ind jpn nzl kor'.split(' '),
  document: 'Jakarta Message on Digital Diplomacy and the Digital Divide',
  zeroDraft: [
    title('Jakarta Message on Digital Diplomacy and the Digital Divide'),
    plain('The delegations assembled in Jakarta on 10 and 11 September 2019,'),
    preamble(
      'Noting',
      'that foreign services in the region increasingly listen, speak and serve their citizens by digital means,',
    ),
    preamble(
      'Aware',
      'that households, schools and public offices in many places still lack a connection that they can afford,',
    ),
    preamble('Believing', 'that neighbours who learn together will close this gap sooner than each could alone,'),
    plain('Have come to the following conclusions:'),
    heading('I.', 'Closing the divide'),
    operative('Commit', 'themselves to treat access to the Internet as a concern of regional cooperation;'),
    operative('Encourage', 'the exchange of experience on:'),
    item('bringing affordable connections to islands, highlands and border areas;'),
    item('teaching digital skills to public servants, teachers and small traders;'),
    operative('Request', 'that offers of assistance should be made known through one list, open to all participants;'),
    heading('II.', 'Diplomacy by digital means'),
    operative('Propose', 'a network of officers in charge of digital diplomacy, who meet online twice a year;'),
    operative('Underline', 'that private data of citizens who turn to a mission abroad deserve protection;'),
    operative('Look forward', 'to a wider international conference that carries this work further.'),
  ],
};
