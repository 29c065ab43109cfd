/** Parts of the notes that people leave about their morning cup. */
export const COFFEES: readonly string[] = [
  'Den Blend',
  'Guji Natural',
  'Huila Pink Bourbon',
  'Nyeri Peaberry',
  'Sumatra Wet-Hulled',
  'Sugarcane Decaf',
  'Chiapas Honey',
  'Yirgacheffe Washed',
];

export const BREWERS: readonly {
  name: string;
  dose: readonly [number, number];
  ratio: number;
  time: string;
}[] = [
  { name: 'V60', dose: [15, 20], ratio: 16, time: '2:50' },
  { name: 'Kalita', dose: [18, 22], ratio: 16, time: '3:20' },
  { name: 'AeroPress', dose: [14, 18], ratio: 13, time: '2:00' },
  { name: 'French press', dose: [28, 32], ratio: 15, time: '9 minutes, unpressed' },
  { name: 'espresso machine', dose: [17, 19], ratio: 2, time: '28 s' },
  { name: 'Clever', dose: [18, 21], ratio: 15, time: '3:00' },
];

export const VERDICTS: readonly string[] = [
  'Strawberry for days.',
  'A bit thin, going two clicks finer tomorrow.',
  'Sweet and boring in the best way.',
  'Astringent at the end, probably my pouring.',
  'Best cup this week.',
  'Got the peach from the bag for the first time!',
  'Dusty finish. The bag is five weeks old, so that is on me.',
  'Opened up completely once it cooled down.',
  'Too hot, too fast, drank it anyway.',
  'Caramel, orange peel, done.',
  'Made it for my mother, who asked whether it is tea. High praise, I think.',
  'Stalled at the end, lots of fines.',
];

export const BREW_REPLIES: readonly string[] = [
  'What water are you using?',
  'Same bag here and I get much more acidity. Which grinder?',
  'Try 92 °C with that one, it calms down a lot.',
  'That ratio is brave. I like it.',
  'Ok, that is tomorrow morning sorted.',
  'I had that stall too. Less swirling helped.',
  'Wait until day fourteen, it gets rounder.',
  'You are making me jealous, mine has not shipped yet.',
  'Pictures or it did not bloom 📸',
  'Going to copy this exactly, thank you.',
];
