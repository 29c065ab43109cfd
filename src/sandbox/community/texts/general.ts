/** Conversations in #general and #gear, in the order in which they happen. Scripts as in script.ts. */
export const GENERAL = `
ines.morningfox: First! Well, I made the server, so it does not count. Good morning everyone. {fox6 ☕5}
a: Good morning! Smells like new carpet in here.
b > a: And like somebody burnt the first batch on purpose. {😂4}

a: What is everyone drinking to survive Monday?
b: Den Blend, big French press, no shame.
c: Third espresso. I can see sounds.
a > c: Please drink some water.
d: Decaf. Do not laugh, it is 7 am and I have two toddlers. {❤️5 😂3}

a: Does anyone else’s order smell amazing through the box? The courier commented on it.
leo.morningfox: We tape the boxes in the roasting room, so you are welcome, couriers. {😂5}
b: Mine asked whether he should “lose” the next one.

a: Small thing: the new resealable strip on the 250 g bags is so much better. {👍7}
b: Agreed. I have stopped using clothes pegs.
c: I still use clothes pegs, but now for decoration. {😂6}
leo.morningfox > a: That came out of a post by one of you, by the way. {❤️5}

(thread: Coffee and travelling)
a: Flying for two weeks. What do you pack to make decent coffee in a hotel room? {👀3}
b: AeroPress, hand grinder, a bag of something forgiving.
c: A collapsible dripper and low expectations.
d > b: How do you get it through security? They always unscrew my grinder.
b > d: Put it in a clear bag with the brewer next to it. They understand a set better than a metal tube. {👍4}
a: Thank you! Grinder in a clear bag it is.
e: Also buy water there. Hotel taps have ruined better people than us.

a: The oat milk discussion. Which one splits the least in something acidic?
b: Barista version of anything, warmed slowly.
c: None of them in the Nyeri. Accept it and drink it black.
d > c: Heresy, but correct. {😂5}

mod: A friendly nudge: prices of other roasters are fine to mention, links to shops please only in #gear. Keeps this one readable. {👍6}
a: Sorry, that was me! Moved it.

a: My father, 71, filter bag and condensed milk all his life, just asked me what a bloom is. I am so proud. {❤️12 😭3}
b: This is the content I am here for.
c: Get him a scale before he changes his mind.

a: Is it normal that the Sugarcane Decaf tastes like… rum raisin? In a good way.
b: Yes! I thought I was making that up.
wanjiru.qc: You are not. The process leaves a lot of the sweetness. Write it in #roast-feedback, we collect those. {👍4}

a: Power cut here since six. Candles, camping stove, moka pot. Strangely the best cup this month.
b: Everything tastes better when you had to fight for it. {🔥5}
c > a: Hope it comes back soon!
a: It is back. The coffee is already worse. {😂8}

a: Anyone in for a bean swap? I have too much Chiapas and would love to try somebody’s Yirgacheffe.
b: Me! I have 150 g that I will not finish.
c: If there is a regular swap one day, count me in. {👍6}
hye_jin: That would make a good post in #ideas 👀
a > hye_jin: On it.

a: Can we talk about the fox on the new bag? Who drew that?
ines.morningfox: My sister. She says the fox is tired because he was up since four roasting. {fox8 ❤️6}
b: I want that as a print.
c: Or a mug. Or a tattoo, I am not proud.

(thread: Book recommendations, somehow)
a: Not coffee, but what do you read with your coffee? {📚5}
b: Slow crime. The detective has to be tired too.
c: Cookbooks, front to back, like novels.
d: The instructions of my new grinder. Riveting, lots of torque. {😂4}
a: Adding all three to the list, the grinder one last.

a: PSA: descale your kettle. I did it today after a year and I owe the Guji an apology. {😂6 👍5}
b: How bad was it?
a > b: There were sediment layers. A geologist would have wept.

a: Three months ago I could not tell a natural from a washed. Today I guessed right in a blind test with my flatmate. {🎉9}
b: That is huge, well done!
c: What gave it away?
a > c: One smelled like a fruit bowl, the other like clean laundry.

a: Genuine question: why is everyone here so nice? I have left every other hobby server within a week. {❤️10}
b: We are caffeinated and supervised.
mod: Mostly you lot. I have deleted four messages in two months and two were mine. {😂7}

a: Parcel arrived, one bag had a small tear. No drama, but who do I tell?
leo.morningfox > a: Me! Send me the order number and a new one leaves tomorrow. Drink the torn one quickly. {❤️4}
a: That took four minutes. Wow.

a: Who is coming to the cupping? I can give two people a lift from the station.
b: Me, thank you! The 10:12 train?
c: If there is one seat left, I bring cardamom buns.
a > c: The seat is yours. The buns are mine. {😂5}
`;

export const GEAR = `
a: Budget 150, mostly filter. Hand grinder or a cheap electric one?
b: Hand grinder at that price, every time.
c: Unless you make coffee for four people each morning. Then your shoulder votes electric. {😂5}
d > a: I went by hand and never looked back. Twenty seconds a cup.

(thread: Kettle shoot-out)
a: Gooseneck kettles: is temperature control worth twice the price? {👀4}
b: For light roasts, yes. For everything else boil and wait a minute.
c: I got the plain one plus a cheap thermometer. Works.
d: What convinced me was the hold function. First cup, phone rings, second cup is still at 94.
a: Plain kettle plus thermometer, then. Money saved goes to beans. {👍5}

a: My scale started to drift by two grams. Batteries?
b: Batteries, then a recalibration with a full bag. Ours are weighed to the gram.
leo.morningfox > b: They are, plus a bean or two for luck. {😂4}

a: Paper filters: do you really taste a difference between brands?
b: Rinsed, no. Unrinsed, one of them tastes of moving house. {😂7}
c: Flow is different though, mine stall with the thick ones.

a: Water! Mine is very hard. Filter jug, bottled, or mineral powder?
b: Powder in distilled. Boring and the same every day.
c: Half bottled, half tap. My laziness is load-bearing.
d > b: Which recipe? I always end up with something flat.
b > d: Low magnesium, a pinch of bicarbonate. I will post mine tonight. {👍6}

a: Portafilter baskets: did a precision one change anything for you?
b: Fewer weird shots. Not better good ones, but fewer bad ones.
c: It showed me that my tamping was crooked. Humbling.

a: Which cleaner for a French press that has seen things?
b: Oxygen bleach powder, hot water, an hour. Looks new. {👍4}

a: I dropped my server. The glass one. The one that came with the dripper. {😭6}
b: A moment of silence.
c: A lab beaker is ten bucks and does not judge you.
`;
