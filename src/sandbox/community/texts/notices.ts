/** Read-only channels: who writes, and in what order. Scripts as in script.ts. */
export const WELCOME = `
ines.morningfox: **Welcome to the Morning Fox Coffee community!** This is a place for people who like good coffee and kind conversation. Be generous, assume the best, and leave the last biscuit. {fox6 ❤️4}

ines.morningfox: Where things are: **#general** for anything, **#brew-talk** for recipes, **#gear** for grinders and kettles, **#roast-feedback** to tell us what you taste, **#ideas** for what we should make or change, **#events** for cuppings and AMAs. {☕5}

ines.morningfox: 📌 **Sample data.** Morning Fox Coffee does not exist. Every person, message and coffee in this server is invented, so that there is something to try Hearth on. Change whatever you like. {👍3}
`;

export const ANNOUNCEMENTS = `
ines.morningfox: We are open! After a lot of asking, Morning Fox has its own community. Say hello in #introductions and tell us what is in your cup. {🎉9 fox7}

tobias.roasts: Roast days move to **Mondays and Thursdays**. Orders placed before 10:00 on those days go out fresh the day after. {👍8}

wanjiru.qc: The new **Huila Pink Bourbon** is on the shelf: peach, honey, a little rose. Tasting notes from you are more than welcome in #roast-feedback. {🍑7 😍5}

leo.morningfox: We had a label mix-up last week: some bags of Chiapas Honey say Huila on the back. The stamp on the bottom is right. Write to us and we send a free bag if yours was wrong. {👍6 ❤️4}

amara.fox: Starting this month we close the loop in #ideas: every post gets an answer from the team within two weeks, also when the answer is no. {❤️11 🎉4}

ines.morningfox: You asked for it in #ideas and 14 of you supported it: **refill bags** are coming. Compostable, 1 kg, a little cheaper. {🎉12 ♻️8}

tobias.roasts: **AMA with the roastery** next Thursday at 18:00. Ask about roast curves, green buying or why I own nine thermometers. Details in #events. {🔥9}

wanjiru.qc: The **Nyeri Peaberry** is back, 120 bags, no pre-order. When it is gone it is gone. {🔥10 😭3}

leo.morningfox: Shipping to the north is slow this week because of the storm. Nothing is lost, it is just late. Thank you for your patience. {👍7}

amara.fox: We will try short polls instead of long surveys. Two taps, and you always see what came of it. {👍9 ☕3}
`;

export const EVENTS = `
wanjiru.qc: **Open cupping**, Saturday 11:00 in the roastery, eight coffees, no experience needed. {☕8}
a: Can I bring a friend who puts sugar in everything?
wanjiru.qc > a: Especially that friend. {😂6}

tobias.roasts: **Brew along, live**: everyone makes the same coffee at the same time and we compare. Sunday 10:00, voice channel. {🔥5}
a: What do I need?
tobias.roasts > a: Any brewer, 20 g of Den Blend, and a clean cup. Scales help.
b: Is it recorded? I am on a train then 😢
tobias.roasts > b: Notes afterwards, no recording. People talk more freely that way. {👍4}

hye_jin: **Latte art throwdown** results: the wobbly swan wins with 9 votes, the “potato, but confident” takes second. {😂9 🦢5}
a: The potato was robbed.
b > a: The potato knows what it did. {😂4}

tobias.roasts: **Roastery AMA**, Thursday 18:00. Post questions early if you cannot make it, I will go through all of them. {🔥8}
a: Why is the decaf better than it has any right to be?
b: How long do you rest filter roasts before you drink them yourself?
c: Which coffee did you regret buying? {👀6}
tobias.roasts: Answers on Thursday. Except the last one, my lawyer is reading along. {😂8}

hye_jin: Two spots left for the **milk steaming workshop** on Wednesday evening. React with ☕ if you want one. {☕5}
a: Mine please! My microfoam is more of a macrofoam.

ines.morningfox: **Farm call**: Doña Marisol, who grows the Chiapas Honey, joins us for an hour with an interpreter. Bring questions about the harvest, please not about prices. {❤️10 fox4}
a: What does a bad year look like for her, and what helps?
ines.morningfox > a: That is exactly the kind of question. I will pass it on ahead of time.
`;

export const STAFF = `
amara.fox: Morning all. Who answers the two open questions in #roast-feedback today?
wanjiru.qc: I take both before lunch.

leo.morningfox: The label mix-up: 34 bags, 11 have written so far. Replacement goes out with Thursday’s post.
ines.morningfox > leo.morningfox: Thank you. Please put the number in the announcement follow-up, people like to know. {👍2}

tomasz.w: Deleted one crypto link in #general and timed the account out for a day. Screenshot is in the log.
hye_jin > tomasz.w: Saw it, agreed. Looks like a hijacked account, I sent them a note. {👍3}

tobias.roasts: Do we have any idea whether people want the darker espresso or am I guessing?
amara.fox > tobias.roasts: You are guessing. Let us ask: four options, one week, anonymous so that nobody is polite. {👍3}
ines.morningfox: Please. I would rather hear it from them than from a distributor.

hye_jin: Quiet week in #events. Is the Sunday brew-along still worth it? Three people twice in a row.
tobias.roasts > hye_jin: Let us ask for the better time first. Sunday at ten is church, brunch and hangovers. {😂3}

amara.fox: Seven ideas have been waiting for an answer for more than two weeks. I list them tomorrow and we go through them in twenty minutes.
leo.morningfox: Put the tasting-kit one on top, four people asked me about it in the shop.

wanjiru.qc: Nyeri sold 88 of 120 bags in two days. Do I reserve ten for the cupping?
ines.morningfox > wanjiru.qc: Ten, yes, and tell people that we did. {👍2}

tomasz.w: Lucía and Kenji answered almost every newcomer question this month. Could we thank them properly, not only with an emoji?
amara.fox > tomasz.w: Yes. Shout-out on Friday, and I ask them first whether they like it in public. {❤️4}
`;
