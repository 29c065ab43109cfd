/**
 * What people talk about on an ordinary day in #general. Scripts as in script.ts: of a block its first line is always
 * said, some of the answers of others, and what the first one says at the end; `$coffee` is one of the house's coffees.
 */
export const DAY_TALK = `
a: Late shift. $coffee and a cold pizza, do not judge me.
b: The pizza I judge. The coffee never.
c: Which shift is it that you are on? You always sound so awake.
d: Cold pizza and $coffee is a tasting menu, ask any chef. {😂4}
a: You are good company, you lot.

a: I said no coffee after six. It is half past seven and the $coffee is lovely.
b: It is always before six somewhere. {😂5}
c: Decaf here, and proud of it.
d: Same! The kettle has not been off since lunch.
a: Right, one more and then bed. Probably.

a: Rain, blanket, $coffee. I am not moving until tomorrow. {❤️4}
b: Living the dream. I am on a bus with wet socks.
c: What are you reading under there?
a > c: The manual of the washing machine. It is a long story.

a: Finally sitting down. What is everybody drinking?
b: $coffee, second round. Sleep is for the weekend.
c: Tea. Please do not tell anyone. {😂4}
d: The last of the bag. I will mourn it properly tomorrow.
e: Hot milk with honey, my doctor reads along here I think.
a: Cheers, everyone ☕

a: I baked a carrot cake and now I need a coffee that can stand next to it. Ideas?
b: $coffee. Sweet with sweet, no regrets.
c: Something simple, Den Blend. The cake should do the talking. {👍3}
d: Whatever you have, just make enough for when we all come over.
a: Den Blend it was. And now there is nothing left to prove it.

a: Almond cookies came out of the oven just now. $coffee with it, or something darker?
b: Darker, and dunk them. {👍4}
c: The $coffee, and keep two cookies back for the second cup.
a: Did both. I regret nothing.

a: Cinnamon buns, a dozen of them, and only me at home. What do I brew?
b: A lot of it, and your address please. {😂5}
c: Something with chocolate in it. The Sumatra was made for this.
d: A small strong one, and a glass of water next to it.

a: Parcel day! $coffee and a bag I do not remember ordering.
b: Late-night you has good taste.
c: I have the same mystery bag every month. It is called a subscription. {😂6}
a > c: Oh no. Oh good.

a: The new bags are here and the whole hallway smells of $coffee.
b: Mine is still on its way, enjoy it for both of us.
c: My neighbour thinks that I run a café. I have stopped denying it.

a: How long do you let $coffee rest after it arrives?
b: Ten days, if I can. Four, if I am honest. {😂5}
c: The stamp on the bottom tells you the roast day. Two weeks from there for me.
d: Open one, freeze the other. That is my whole system.
a: Good, then it stays shut until Sunday. I will try.

a: The machine at work has been broken for a week and people have started being rude.
b: Take a hand grinder in. It is a great way to find out who your friends are. {😂4}
c: We fixed that with one flask of $coffee in the morning. Peace since then.
d: Same at ours. The tea people are enjoying it far too much.
a: A flask it is. I will report back on Monday.

a: I brought my AeroPress to the office. There is a queue at my desk now.
b: Put up a jar. Mine has paid for three bags by now. {👍5}
c: Careful, that is how I became the office barista. Nobody knows what my job was.
a: The jar it is. Brilliant.

a: New colleague asked whether instant is fine. I needed a moment.
b: Be kind, everybody starts somewhere. I started with a spoon of granules.
c: Invite them for one cup of $coffee and say nothing. It works every time. {❤️4}
a: We had that cup today. They asked where one gets a grinder.

a: What do you listen to while the kettle boils?
b: Nothing. The grinder is my music.
c: Old radio plays. The murderer is always the gardener. {😂4}
d: Bossa nova, because I have no imagination and a nice kitchen.
e: The dishwasher, mostly.
a: Adding all of that to the list, dishwasher included.

a: The shop had something with a lot of trumpets on this afternoon. Does anybody know what it was?
b: Leo picks on Thursdays, it is always trumpets.
c: If it sounded like a wedding that got out of hand, I have the record at home.
a > c: Exactly that!

a: Small victory: my mother-in-law asked for a second cup of $coffee. {🎉6}
b: Frame the bag.
c: What did you tell her that it is?
a > c: “Coffee”. She likes me simple.

a: I cleaned the grinder today, for the first time since I own it. There was a whole espresso in there.
b: This is a safe place. Mine had a screw in it. {😂5}
c: And? Can you taste it?
a > c: Annoyingly, yes.

a: Two weeks without sugar. I did not think that I would get here. {🎉5}
b: Well done! The third week is when it turns into sweet by itself.
c: Which coffee made it easy?
a > c: $coffee, and stubbornness.

a: First time that I could tell $coffee from the other one without looking at the bag!
b: That one takes a while. Well done! {👍4}
c: I remember that day. It only gets worse for your wallet from here.
a: I have already noticed, thank you 😊

a: Does anybody else count scoops out loud, or is it just my family?
b: I count them and then I doubt it. So: always one more.
c: My daughter counts for me. She is four, so there are up to thirty. {😂6}

a: Sunny for once. Took the moka pot and two cups down to the river.
b: Two cups! Who is the second one for?
c: This is the content I pay nothing for. {❤️5}
a > b: Also me.
`;
