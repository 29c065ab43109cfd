/** Conversations in #brew-talk and #roast-feedback, in the order in which they happen. Scripts as in script.ts. */
export const BREW_TALK = `
a: Day one with a V60. It took six minutes to drain and tastes like aspirin. What did I do?
b: Too fine, most likely. Go much coarser than feels right.
c: And pour slower. One calm circle, no waterfall.
a > b: Coarser: 3:10 and it tastes like coffee! {🎉5}

(thread: Bloom: how long is too long?)
a: I let it bloom for a full minute by accident and it was better. Is that a thing? {👀4}
b: With very fresh beans, sure. More gas to get rid of.
c: I do 45 s for naturals, 30 for the rest.
d: Counterpoint: I never bloom my French press and nobody has arrested me.
a: Testing 30, 45 and 60 tomorrow, same everything else.
a: Results: 45 wins by a nose, 60 was flatter today. {👍5}

a: Espresso people: Guji Natural, 18 in, 36 out, 27 s, still sour. Hotter or finer?
b: Finer first, then longer. It likes 1 to 2.4.
c: Let it rest. Day five is a screaming toddler, day twelve is a poet. {😂8}
a > c: Ok, back into the cupboard it goes.

a: Is stirring cheating?
b: Stirring is a tool. Cheating is not telling us that you stirred. {😂5}
c: I stir the bloom and never after that.

a: My partner likes it milky, I like it black, we have one brewer. Which coffee makes both of us happy?
b: Den Blend. That is literally what it is for.
tobias.roasts: Can confirm, it was designed to stop that exact argument in my house. {❤️6 😂4}

a: Cold brew ratio? I get either syrup or brown water.
b: 1 to 8 for a concentrate, 14 hours, fridge.
c: 1 to 14 if you drink it straight. Coarse, and filter it twice.
d: Chiapas Honey as cold brew tastes like iced biscuits. {🔥5}

(thread: AeroPress recipes, the collection)
a: Let us collect AeroPress recipes, one each, no discussion. {☕6}
b: 15 g, 200 g at 88 °C, inverted, 1:30, press gently. Every coffee, every day.
c: 18 g, 120 g, 60 s, then top up with hot water. Basically a cheat code.
d: 30 g coarse, 100 g cool water, stir for a minute, press, dilute. Sweetest cup I know.
e: The recipe is whatever fits into the time before the bus.
b > e: No discussion, but also: same. {😂5}

a: Somebody explain refractometers to me as if I were five.
b: It tells you how much coffee is in your coffee.
c: And then you know a number and still have to taste it.
d > c: Which is why mine is in a drawer.

a: I switched from 60 to 65 g per litre and the Yirgacheffe finally makes sense.
b: I am at 62 with that one. What grind?
a > b: About table salt. Maybe a touch finer.

a: Kenya on the Kalita: all I get is tomato. Good tomato, but tomato.
b: Lower the temperature, 90 or so. The berry shows up.
wanjiru.qc: Also try it at 40 °C in the cup. Nyeri talks most when it is nearly cold. {👍6}
a > wanjiru.qc: Blackcurrant! It was hiding. {🎉4}

a: How do you store an opened bag? Freezer, yes or no?
b: Freezer in small jars, one per brew. No thawing.
c: I drink it too fast for this question.
d: Cupboard, valve bag, two weeks. Then it goes to the cold brew.

a: Moka pot without the burnt taste, is it possible?
b: Start with boiling water, low flame, take it off at the first gurgle.
c: And cool the base under the tap. My grandmother would slap me, but it works. {😂7}

a: Weekend project: same coffee, four brewers, blind. Any requests?
b: Clever against V60 please!
c: Include the French press so that we can settle this.
a: Results: Clever won, V60 second, AeroPress third, French press was “cosy”. {😂6 👍5}
b > a: Cosy is a win.
`;

export const ROAST_FEEDBACK = `
wanjiru.qc: Huila Pink Bourbon, batch 118. Tell me what you find before you read the bag. {☕5}
a: Peach, then something floral, very clean.
b: Honey and a dry finish. Slightly tea-like.
c: I get peach skin more than peach. Liked it a lot.
wanjiru.qc: Thank you, the dry finish comes up often. We take a few seconds off the end next week. {❤️5}

a: Batch 121 of the Den Blend tastes a little darker than usual. Just me?
b: Not just you, more cocoa, less orange.
tobias.roasts: You are both right, the drum ran hot on Thursday. 122 is back where it should be. Thanks for telling us. {👍7}

a: Sumatra: first impression is wet forest, second is liquorice, third is that I want another one. {😂5}
b: Put this on the bag.

(thread: Decaf, batch 125)
wanjiru.qc: We changed the rest time of the Sugarcane Decaf. Better or worse? {👀5}
a: Better! Less cardboard at the end.
b: More body. I would not have known that it is decaf.
c: Slightly less sweet for me, but cleaner.
d: Can we keep both? Asking for my evenings.
wanjiru.qc: Three better, one mixed. We keep the new one and I watch the sweetness. {👍5}

a: Chiapas Honey as espresso: toffee. As filter: also toffee. I am not complaining.
b: It is so forgiving. Gave it to my brother, who measures with a soup spoon, and it was fine. {😂4}

a: The Yirgacheffe feels less jasmine-y than last time. Older crop?
wanjiru.qc > a: Yes, it is the end of the lot. New crop lands in about five weeks.
b: Appreciate the honesty. {❤️6}

a: Nyeri Peaberry: blackcurrant, brown sugar, and my eyebrows went up by themselves. {🔥7}
b: I ordered two bags and regret not ordering four.
c: Got mine as espresso. Do not do this. Or do, but sit down first. {😂5}

tobias.roasts: I am thinking about a slightly darker espresso for milk drinks. What would you miss most if the current one changed?
a: The orange. Please leave the orange.
b: I would welcome it, mine is sharp in a flat white.
c: Could it be a second one rather than a change?
tobias.roasts: All fair. We ask everyone properly before anything changes. {👍8}

a: Roast date on the front of the bag, finally. Thank you! {👍6}
b: I noticed too. Small, but it saves me turning the bag six times.
`;
