/**
 * Posts in the ideas forum: a line with the title and its tags, the idea, then what people said about it.
 * Scripts as in script.ts.
 */
export const IDEA_TAGS: readonly { name: string; emoji: string; moderated: boolean }[] = [
  { name: 'Beans', emoji: '🫘', moderated: false },
  { name: 'Gear', emoji: '⚙️', moderated: false },
  { name: 'Events', emoji: '📅', moderated: false },
  { name: 'Shop', emoji: '📦', moderated: false },
  { name: 'Community', emoji: '💬', moderated: false },
  { name: 'Under review', emoji: '🔎', moderated: true },
  { name: 'Planned', emoji: '🗺️', moderated: true },
  { name: 'Done', emoji: '✅', moderated: true },
  { name: 'Not now', emoji: '⏳', moderated: true },
];

export const IDEAS = `
(post: Refill bags of 1 kg | Shop, Planned)
a: I go through a kilo a month and have a drawer full of empty 250 g bags. A plain refill bag would save waste and money. {👍14 ♻️6}
b: Yes please. I would even collect it in the shop.
c: As long as the roast date is on it.
leo.morningfox: We looked into compostable ones. Price is fine, the seal is the problem. Testing two. {❤️6}
ines.morningfox: Planned for this quarter. Thank you for the nudge.

(post: Resealable strip on the small bags | Shop, Done)
a: The fold-over tin tie never closes properly. Could the 250 g bags get a zip strip? {👍11}
b: My clothes pegs agree.
leo.morningfox: Done as of this week. {🎉8}

(post: Tasting kit: four times 60 g | Beans, Under review)
a: A small kit with four coffees to find out what I like, before I commit to whole bags. {👍12 😍5}
b: I would gift this all the time.
c: With a card where you write down what you taste, and the answer on the back!
wanjiru.qc: I love the card. Packing is the hard part, we are counting the minutes.

(post: Beginner’s evening, once a month | Events, Planned)
a: The cuppings are lovely but a bit scary at first. An evening for beginners where nobody uses the word “mouthfeel”? {👍10}
b: I would come, and I would help.
hye_jin: First one is being planned, fewer spoons, more questions. {❤️7}

(post: Monthly bean swap | Community, Under review)
a: Send 100 g of something you like to a stranger and get 100 g of something else back. Opt-in, once a month. {👍9 🔁4}
b: In! With a little note about how you brew it.
c: How do we handle addresses? I would not want mine in a spreadsheet.
amara.fox > c: Good question, that decides whether we can do it. Thinking.

(post: Roast date on the front | Shop, Done)
a: It is on the bottom, in grey, in three points. Front please. {👍8}
tobias.roasts: On all bags from batch 119 on. {🎉6}

(post: A darker espresso for milk drinks | Beans, Under review)
a: The current one is great black and a bit sharp with milk. A second, darker option? {👍7}
b: Only as a second one, I like the sharpness.
c: Half-dark. Not charcoal.
tobias.roasts: I have a sample roast. Will ask all of you before we decide anything.

(post: Brew guide in plain language | Community)
a: One page, no jargon: how much, how hot, how long. For my parents. {👍8 ❤️3}
b: I can translate it into Spanish.
c: And I into Turkish.

(post: Fox mugs | Shop)
a: The tired fox, on a mug. That is the whole idea. {fox9 👍6}
b: Take my money.
c: Two sizes please, one for decent people and one for Mondays. {😂5}

(post: Quiet hour in the shop | Events, Not now)
a: One hour a week without music and with dimmed lights, for those of us who find it a lot. {❤️8 👍5}
b: I did not know that I needed this until now.
ines.morningfox: I want this. With one person on Saturdays we cannot promise it yet. We come back to it when the new colleague has started. {❤️6}

(post: Grinder library: borrow before you buy | Gear)
a: Two or three grinders to borrow for a week with a deposit. Nobody should buy one from a video. {👍9}
b: I would lend mine for this.
c: Who pays when one comes back full of rice?

(post: Subscription pause without writing an e-mail | Shop, Done)
a: A button to skip a month when I travel. {👍10}
leo.morningfox: It is in your account now, under “Next delivery”. {🎉7}

(post: Decaf espresso roast | Beans)
a: The filter decaf is so good. An espresso version for the evening cappuccino? {👍6}
b: +1, and my cardiologist +1.

(post: Brew-along at another time | Events, Under review)
a: Sunday at ten is hard for families. Saturday afternoon, or a weekday evening? {👍5}
b: Thursday 19:00 would be perfect.
tobias.roasts: We will put it to a vote.

(post: Water recipe cards | Gear)
a: A small card in the parcel: which minerals for which coffee, for people with awful tap water. {👍4}
b: Or packets. I would buy packets.
`;
