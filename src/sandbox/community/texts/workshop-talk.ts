/** As in day-talk.ts, for #brew-talk, #gear and #events. */
export const BREW_TALK_DAILY = `
a: $coffee comes out sour since I opened the new bag. Same recipe as ever. Where do I start?
b: Two clicks finer, nothing else. One thing at a time. {👍4}
c: How old is it? Below a week mine is sour as well.
d: Check the water. Mine drops six degrees between the kettle and the cup.
a: It was the grind. Two clicks and the peach is back, thank you!

a: Bitter at the end, thin at the beginning. What am I doing to this poor $coffee?
b: Sounds like channels. Pour slower, and wet the edges first.
c: What is your ratio? I would go to 1:16 and look again.
d: Stir less. I know, I know, but try it.
a: Will try all three tomorrow morning, one after the other.

a: My cup tastes of nothing at all today, and I have changed nothing. Help?
b: Was it the same mug? No joke, soap changed mine. {😂3}
c: Do you have a cold? That was it for me. Two days of despair.
a > c: … I am sneezing as I read this.

a: How do you scale a V60 recipe up to two big cups without it stalling?
b: Coarser, and pour in three goes instead of five. {👍5}
c: Brew it strong and top it up with hot water. Nobody has ever noticed.
d: Two rounds, and the first one goes into a warm flask.
a: Coarser worked at once. Thank you!

a: Visitors on Sunday, six of them, one French press. What is the plan?
b: Big batch, decant at once, and start the next one while they talk.
c: Cold brew the night before, then you can talk as well. {👍4}
a: Cold brew it is. Somebody here thinks of everything.

a: Is there an AeroPress recipe that makes enough for two people who do not like sharing?
b: 30 g, 120 g of water, press, and dilute both cups to taste.
c: Two AeroPresses. It saved my marriage. {😂6}

a: Iced $coffee: brew over ice, or cold brew overnight?
b: Over ice, a third of the water as cubes. Bright, and done in four minutes.
c: Overnight. Less work, and it keeps for three days.
a: Doing both and comparing.

a: Who has tried $coffee with tonic? I need to know before I waste a bottle.
b: With a slice of orange. Trust me on this one. {👍4}
c: Pour the coffee last and slowly, or you will be cleaning the ceiling.
a: The orange! Who are you people, this is wonderful.

a: Pulse pouring or one long pour for $coffee? I get the same time and a different cup.
b: Long one for the washed coffees, pulses for the naturals.
c: One long pour, because I cannot count before seven.
d: Same here, and I like the long one better: less bitter at the end.
`;

export const GEAR_DAILY = `
a: My hand grinder squeaks. Oil, or is that a terrible idea?
b: No oil near the burrs. Take it apart once and brush it out. {👍5}
c: Mine squeaked until I tightened the axle by half a turn.
a: It was dust. I feel silly and happy.

a: Which burrs did you end up with, and would you buy them again?
b: Conical, four years, only replaced a screw. Yes, any time.
c: Flat ones. Lovely in the cup, loud enough to wake the street.
d: The cheap ones, twice. The second time I had learned how to align them. {😂4}

a: Static! Half of the $coffee sticks to the grinder. What do you do about it?
b: One drop of water on the beans before you grind. Magic. {👍7}
c: Knock it twice on the side. Not elegant, but it works.
a: A drop of water, and it is gone. Thank you!

a: Travelling light: is there a grinder that fits into an AeroPress and is not awful?
b: The slim hand ones do, if you take the handle off.
c: I let the shop grind 100 g and call it a holiday.

a: Kettle died this morning. What do you have that survives hard water?
b: Plain one from the supermarket, third year now. {👍4}
c: Any of them, if you give it vinegar every four weeks.
a: Supermarket it is, and a bottle of vinegar.

a: Does anybody trust the thermometer in their kettle?
b: Mine is two degrees off. Once you know it, it does not matter.
c: I trust the bubbles. Small ones for light roasts, big ones for the rest.

a: My scale switches itself off in the middle of the pour. Every single time.
b: Put a spoon on it at the start, then it stays awake. {😂3}
c: There is a setting for that, hold the left button for ten seconds.
a: The button! Three years I have lived like this. {😂5}

a: Metal filter or paper? I want less waste but I do not want mud.
b: Cloth. A bit of care, no mud, and it lasts a year.
c: Metal, and leave the last sip in the cup.
`;

export const EVENTS_DAILY = `
a: Thursday evening for the brew-along is so much better. Who is in this week? {☕5}
b: In! I bring the bad jokes.
c: Count me in, and my sister would like to come as well.
d: I can be there from half past.
e: Yes please. Last week was the best hour of my week. {❤️4}
a: That makes a full table. Lovely!

a: First time at a brew-along for me. Do I need anything besides the $coffee?
b: A scale and a mug. The rest happens by itself. {👍4}
c: Questions! We had none left last time.
a: Can I watch first and brew the next time?
d > a: Of course, everybody started like that.

a: Could we do $coffee at the next brew-along? I have never got it right alone.
b: Yes! I have half a bag of it here.
tobias.roasts: Done. I bring the notes from the roast as well. {🔥5}
a: You are the best, thank you!

a: That was fun! Same time next week?
b: Same time, same bad jokes. {😂4}
c: I learned more in that hour than in a year of videos.
d: In. I will even wash my dripper.

a: So, the meet-up in the roastery: who comes by train? {👍4}
b: Me, the 9:40. There are seats next to me.
c: By bike if it does not rain, by bus if it does.
d: I drive past the station at ten, two seats free.
a: I put it on the list. This is getting big!

a: Does anybody have a spare bed for the night of the meet-up? I would bring beans.
b: I have a sofa and a very friendly cat. {❤️5}
c: My brother has a guest room round the corner, I ask him.
a: The sofa and the cat, please.

a: What do you want to taste at the meet-up? I am collecting.
b: The Nyeri against the Guji, side by side, blind. {👍6}
c: Something that none of us would ever order.
wanjiru.qc > c: I have just the thing. You may hate it. {😂5}

a: Who has been to the roastery before? Is it easy to find?
b: Easy: follow the smell. Seriously, from the corner on you cannot miss it.
c: The bell is on the left, and it does work, you only have to wait.
a: Perfect. Can hardly wait.

a: Could I bring a friend to the meet-up? She makes the buns.
b: For the buns alone: yes. {😂6}
ines.morningfox > a: Please do! Tell me the number of heads by Wednesday, that is all I need. {👍3}

a: My first meet-up with people from the internet. Is there anything I should know?
b: Say your user name first, nobody here knows anybody’s real one. {😂5}
c: Eat before. After six espressos everything is very funny.
d: You will be fine. I was nervous as well, for about a minute. {❤️4}
`;
