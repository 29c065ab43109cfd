/** What people write when they arrive, and what they get back. `{name}` is the one who is greeted. */
export const INTRODUCTIONS: readonly string[] = [
  'Hi all! Long-time moka pot person, recently gifted a V60 and slightly out of my depth. Here to learn.',
  'Hello from a very small kitchen. One hand grinder, one brewer, too many open bags.',
  'Hey! A friend brought me a bag of the Den Blend and I have been thinking about it ever since.',
  'Good morning! Ex-barista, now an accountant, still wake up at six to dial in before anyone else is up.',
  'Hi, I mostly read, but the grinder thread talked me into saying hello.',
  'Hello! Espresso at home for about a year. My partner says the kitchen has become a laboratory.',
  'Hi everyone, I found you through the brew guide on the back of the bag. Filter only, light roasts please.',
  'Hey folks. Decaf drinker, doctor’s orders, and determined to prove it can be good.',
  'Hello! I run a tiny book shop and we serve your house filter. Wanted to meet the people behind it.',
  'Hi! Cold brew all year round, yes, also in winter. I will take questions.',
  'Morning! I came for the cupping night announcement and stayed for the arguing about water.',
  'Hi all, new to specialty. I still call everything “strong” or “not strong”. Be gentle.',
];

export const GREETINGS: readonly string[] = [
  'Welcome, {name}! Grab a cup ☕',
  'Welcome {name}, good to have you. What are you brewing at the moment?',
  'Hey {name}! Ask anything in #brew-talk, nobody bites before the second cup.',
  'Welcome in! If you post your recipe in #brew-talk, five people will try to fix it. It is a love language.',
  'Hi {name}! The pinned note in #welcome says what is where.',
  'So good to see you here, {name} 🦊',
];
