/**
 * The latest arrivals, by the day on which they came (0 is the first of the seven whole days before now; hours
 * in UTC), and what they said there. Scripts as in script.ts. Where only they speak, nobody has answered yet.
 */
export interface Arrival {
  username: string;
  day: number;
  hour: number;
  channel: 'introductions' | 'gear';
  script: string;
}

export const ARRIVALS: readonly Arrival[] = [
  {
    username: 'andrei.p',
    day: -6,
    hour: 18,
    channel: 'introductions',
    script: `
andrei.p: Hello! Andrei, night shift in a hospital, so my morning cup is at seven in the evening. {👋5}
a > andrei.p: Welcome Andrei! Then you and the brew-along are on the same clock.
andrei.p: Ha, finally an advantage. When is it?
hye_jin > andrei.p: Thursdays at seven. Come and watch first if you like.
andrei.p: I will be there. Thank you! {❤️3}`,
  },
  {
    username: 'freya.s',
    day: -4,
    hour: 19,
    channel: 'introductions',
    script: `
freya.s: Hi, I was told that here are people who weigh their water. Am I home? {👋4 😂3}
a > freya.s: You are. Take a scale and sit down.
b: Welcome Freya!`,
  },
  {
    username: 'yusuf.d',
    day: 1,
    hour: 20,
    channel: 'introductions',
    script: `
yusuf.d: Good evening! I got a cezve from my grandmother and a bag of Den Blend from my wife, and I have questions. {👋6}
a > yusuf.d: Best start anybody ever had here. Ask!
yusuf.d: How fine is “like flour” really?
b > yusuf.d: Finer than you believe. If it flies away when you breathe, you are there. {😂4}`,
  },
  {
    username: 'beatriz.s',
    day: 2,
    hour: 18,
    channel: 'introductions',
    script: `
beatriz.s: Hello everyone, Beatriz, retired, learning to steam milk with very limited success. {👋5 ❤️2}
a > beatriz.s: Welcome! Limited success is our motto.`,
  },
  {
    username: 'keala',
    day: 3,
    hour: 16,
    channel: 'introductions',
    script:
      'keala: Aloha! I am new to all of this. Where would you start with a simple dripper and pre-ground coffee?',
  },
  {
    username: 'rosalind.e',
    day: 4,
    hour: 17,
    channel: 'gear',
    script:
      'rosalind.e: Hi, first post: my new grinder only does espresso fine, even on the coarsest setting. Is it broken, or am I?',
  },
  {
    username: 'hamish.t',
    day: 5,
    hour: 19,
    channel: 'introductions',
    script:
      'hamish.t: Evening! Came over from the newsletter. Is there anybody here from the north who knows a good place to try the Nyeri?',
  },
  {
    username: 'gustavo.ms',
    day: 6,
    hour: 18,
    channel: 'gear',
    script:
      'gustavo.ms: Hello, just joined. Does the paper filter size 02 fit the small dripper from the shop?',
  },
];
