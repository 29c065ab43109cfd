import type { PersonaLabel } from '../seed-types.ts';

/** Somebody invented. `part` decides their roles; `talk` how often they write: 0 reads only, 9 is everywhere. */
export interface Person {
  username: string;
  name: string;
  part: 'owner' | 'staff' | 'admin' | 'moderator' | 'member' | 'newcomer' | 'guest';
  talk: number;
  nick?: string;
  /** Says nothing since so many days before now. */
  quietFor?: number;
  locale?: string;
  persona?: PersonaLabel;
}

const member = (username: string, name: string, talk: number, more: Partial<Person> = {}): Person => ({
  username,
  name,
  part: 'member',
  talk,
  ...more,
});

export const PEOPLE: readonly Person[] = [
  { username: 'ines.morningfox', name: 'Inês Carvalho', part: 'owner', talk: 4, nick: 'Inês (Morning Fox)' },
  { username: 'tobias.roasts', name: 'Tobias Lindqvist', part: 'staff', talk: 5, nick: 'Tobias (roastery)' },
  { username: 'wanjiru.qc', name: 'Wanjiru Kamau', part: 'staff', talk: 4, nick: 'Wanjiru (quality)' },
  {
    username: 'leo.morningfox',
    name: 'Leo Marchetti',
    part: 'staff',
    talk: 3,
    nick: 'Leo (shop & shipping)',
  },
  { username: 'amara.fox', name: 'Amara Diallo', part: 'admin', talk: 4, persona: 'Admin' },
  { username: 'tomasz.w', name: 'Tomasz Wrona', part: 'moderator', talk: 5, persona: 'Moderator' },
  { username: 'hye_jin', name: 'Hye-jin Seo', part: 'moderator', talk: 4 },
  member('nadia.pours', 'Nadia Okafor', 8, { persona: 'Member' }),
  member('jonas_mahlt', 'Jonas Petersen', 7, { persona: 'Member', locale: 'de' }),
  { username: 'priya.n', name: 'Priya Nair', part: 'newcomer', talk: 0, persona: 'Newcomer' },
  { username: 'sam_visits', name: 'Sam Whitlock', part: 'guest', talk: 0, persona: 'Guest' },
  member('kettlekenji', 'Kenji Moriyama', 9),
  member('lucia.v60', 'Lucía Benavides', 8),
  member('grindsetmarlon', 'Marlon Reyes', 7),
  member('oluwaseun.a', 'Oluwaseun Adeyemi', 6),
  member('fernanda_t', 'Fernanda Teixeira', 6),
  member('brewbjorn', 'Bjørn Halvorsen', 6),
  member('mei.lin.drinks', 'Mei-Lin Tseng', 6),
  member('arjun_doses', 'Arjun Bhatt', 5),
  member('sofie.dk', 'Sofie Kjær', 5),
  member('caffeinated.cal', 'Callum Reid', 5),
  member('yara.haddad', 'Yara Haddad', 5),
  member('pietro_moka', 'Pietro Galli', 5),
  member('anneke_v', 'Anneke Visser', 4, { locale: 'nl' }),
  member('dara.oc', 'Dara O’Connell', 4),
  member('thandi.m', 'Thandi Mokoena', 4),
  member('ximena.ruiz', 'Ximena Ruiz', 4, { locale: 'es-ES' }),
  member('theo_k', 'Theo Kallas', 4, { quietFor: 17 }),
  member('noor.jpg', 'Noor Siddiqui', 4),
  member('lena.filter', 'Lena Hartmann', 4, { locale: 'de' }),
  member('matiasb', 'Matías Bravo', 3),
  member('ruthie.g', 'Ruth Goldfarb', 3),
  member('emre_usta', 'Emre Yıldız', 3),
  member('isla.mac', 'Isla MacRae', 3),
  member('chidi.brews', 'Chidi Eze', 3),
  member('olena.k', 'Olena Kravets', 3),
  member('benoit_l', 'Benoît Lacroix', 3, { locale: 'fr' }),
  member('harpreet.s', 'Harpreet Sandhu', 3),
  member('miko_coldbrew', 'Miko Laaksonen', 3),
  member('talia.r', 'Talia Rosen', 2),
  member('dwayne.p', 'Dwayne Porter', 2),
  member('zsofi', 'Zsófia Farkas', 2),
  member('aisha.b', 'Aisha Bello', 2),
  member('gustavo.ms', 'Gustavo Moraes', 2),
  member('linh.pham', 'Linh Phạm', 2),
  member('owen.tamps', 'Owen Prosser', 2),
  member('katarina.j', 'Katarína Janošová', 2),
  member('malik.w', 'Malik Washington', 2),
  member('freya.s', 'Freya Sørensen', 1),
  member('andrei.p', 'Andrei Popescu', 1),
  member('keala', 'Keala Nakoa', 1),
  member('rosalind.e', 'Rosalind Eames', 1),
  member('yusuf.d', 'Yusuf Demir', 1),
  member('beatriz.s', 'Beatriz Salgado', 1),
  member('hamish.t', 'Hamish Tait', 1),
  member('sunniva', 'Sunniva Dahl', 0),
  member('quietquill', 'Margit Tamm', 0),
  member('darius.f', 'Darius Farahani', 0),
  member('elowen.h', 'Elowen Hicks', 0),
  member('nam.tran', 'Nam Trần', 0),
  member('petra.z', 'Petra Zajac', 0),
];
