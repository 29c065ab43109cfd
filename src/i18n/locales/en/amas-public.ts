/** AMAs as channels and people see them: announcement, card on air, panel, queue, answers, transcript, messages. */
export const amasPublic = {
  card: {
    scheduled: 'Ask Me Anything · starts {relative}',
    live: '🔴 Live now · ends {relative}',
    closing: '⏳ Just ending · the last questions are coming in',
    closed: 'Over since {relative}',
    moved: '➡️ It moved to {channel}, with all its questions and their support.',
    cancelled: 'Cancelled',
    cancelledReason: 'Why: {reason}',
    guests: '**With** {people}',
    guest: '**With** {person}',
    when: '🗓️ {start} – {end}',
    stage: '🔊 Spoken in {channel}',
    counts:
      '**{questions, plural, =0 {No questions yet} one {# question} other {# questions}}** · {supports, plural, one {# support} other {# supports}}',
    first: '-# Be the first to ask.',
    before: '-# Ask now, it need not wait for the start. Support the questions you want answered most.',
    during: '-# Ask, and support the questions you want answered most.',
    read: 'All answers and the transcript are in {thread}.',
    readNowhere: 'Thank you for asking and listening.',
    kept: 'Questions that were asked stay readable below.',
    ask: 'Ask',
    remind: 'Remind me',
    questions: 'Questions',
    answers: 'Answers',
    again: '**{title}** is taking questions.',
    thread: 'Answers: {title}',
    eventPlace: '#{channel}',
    eventWords: 'Ask your question here: {link}',
    eventReason: 'AMA: {title}',
    calledTogether: '🔔 {title} starts {relative}. You asked to be reminded: {people}',
  },

  question: {
    number: 'Question {number}',
    heading: 'Question {number} · {tag}',
    supports: '👍 {count}',
    alsoAsked: '{count, plural, one {also asked by one other} other {also asked by # others}}',
    askedBy: 'asked by {asker}',
    anonymous: 'asked anonymously',
    edited: 'made clearer by the team',
    cut: '-# Shortened here. The whole question is under **Questions**.',
  },

  air: {
    onAir: '🔴 On air · {title}',
    next: '🎙️ The next question comes soon.',
    soon: '🎙️ It is about to start.',
    waiting:
      '{count, plural, =0 {No question is waiting. Ask the first one!} one {One question is waiting.} other {# questions are waiting. Support the ones you want to hear.}}',
    over: '🎬 That was it. Thank you all!',
  },

  exposed: {
    words:
      '⚠️ Everybody can read {channel}, so what waits for the team is not shown here. Close the channel to others, and it comes back; or choose another one with `/ama edit`.',
    open: 'Show it to me',
  },

  panel: {
    title: '🎛️ Running {title}',
    scheduled: 'Starts {relative}. Answers can be prepared now.',
    live: '🔴 Live · ends {relative}',
    closing: '⏳ Ending: the last questions come in until {relative}.',
    closed: 'Over. What is still owed is in the list below.',
    cancelled: 'Cancelled.',
    counts: '**{next}** to answer · **{waiting}** for review · **{answered}** answered · **{parked}** parked',
    onAir: 'On air',
    nothing: 'Nothing is on air.',
    upNext: 'Up next',
    none: 'No question is waiting for an answer.',
    line: '**{number}** {text}',
    facts: '-# {facts}',
    prepared: '📝 answer prepared',
    firstTimer: '🌱 first time',
    skipped: '{count, plural, one {skipped once} other {skipped # times}}',
    rank: '-# By support. First-time askers and people without an answer yet move up; skipped ones move down.',
    pick: 'Choose a question…',
    putOnAir: 'Next on air',
    voice: 'Answered by voice',
    written: 'Answer in writing',
    park: 'Park',
    skip: 'Skip',
    takeOff: 'Off air',
    close: 'End the AMA',
    start: 'Start now',
    questions: 'All questions',
  },

  queue: {
    title: '📥 Review · {title}',
    waiting:
      '{count, plural, =0 {Nothing to review. New questions appear here.} one {**One question** waits for you.} other {**# questions** wait for you.}}',
    over: 'The AMA is over. Nothing is left to review.',
    more: '-# {count, plural, one {and one more} other {and # more}}',
    line: '**{number}** {text}',
    facts: '-# {facts}',
    since: '{relative}',
    review: 'Review one by one',
  },

  answer: {
    by: 'Answered by {by}',
    voice: '🎙️ Answered by voice by {by}',
    voiceNoted: '🎙️ Answered by voice by {by}, in short:',
    forAsker: '-# For {asker}',
    open: 'The AMA',
  },

  transcript: {
    title: '📜 {title}: the transcript',
    intro:
      '{answered, plural, =0 {No question was answered} one {One question was answered} other {# questions were answered}} · {start}',
    more: '📜 {title} · part {part} of {parts}',
    topic: 'Topic: {tag}',
    noTopic: 'More questions',
    answer: '**{by}**',
    voice: '**{by}**, by voice',
    voiceEmpty: '🎙️ Answered by voice by {by}',
    parked: 'Answered later, here in this thread',
    cut: '-# Shortened here; the whole text is in the file.',
    tooMany:
      '{count, plural, one {One more question is in the file.} other {# more questions are in the file.}}',
    file: 'transcript',
    start: 'Start',
    end: 'End',
    guests: 'Guests',
    support: 'Support',
    askedBy: 'Asked by',
    anonymous: 'anonymous',
    open: 'Read the answer',
  },

  receipt: {
    title: '⚖️ How fair was it?',
    asked:
      '**{asked, plural, one {# question} other {# questions}}** from {askers, plural, one {# person} other {# people}}',
    answered: '✅ **{count}** answered ({percent} %)',
    merged:
      '🔀 {count, plural, one {**#** asked the same as another} other {**#** asked the same as others}}',
    parked: '🅿️ **{count}** promised for later',
    unreviewed:
      '📥 {count, plural, one {**#** came too late to be read; the team still looks at it} other {**#** came too late to be read; the team still looks at them}}',
    declined: '🚫 **{count}** declined: {reasons}',
    noneDeclined: '🚫 None declined',
    withdrawn: '↩️ **{count}** taken back by whoever asked',
    firstTimers: '🌱 **{answered} of {asked}** questions of first-time askers were answered',
    medians: '👍 Support in the middle: **{answered}** of those answered, **{declined}** of those declined',
    medianAnswered: '👍 Support in the middle of those answered: **{answered}**',
    words: '-# Counted by Hearth. Names of anonymous askers are not in it.',
  },

  reasons: {
    'off-topic': 'off topic',
    'asked-before': 'asked before',
    unkind: 'unkind',
    private: 'too private',
    unclear: 'unclear',
    other: 'another reason',
  },

  parked: {
    title: '🅿️ Still owed: {title}',
    promise:
      '{count, plural, one {One question} other {# questions}} should have an answer by {full} ({relative}).',
    late: '⏰ The answers were promised for {full}. {count, plural, one {One question waits.} other {# questions wait.}}',
    done: '✅ Every parked question has its answer. Nothing is owed any more.',
    more: '-# {count, plural, one {and one more} other {and # more}}',
    pick: 'Choose a question to answer…',
    overdue:
      '⏰ {people} {count, plural, one {One question} other {# questions}} of **{title}** {count, plural, one {was} other {were}} promised an answer. [Open the list]({link})',
    overduePlain:
      '⏰ {people} {count, plural, one {One question} other {# questions}} of **{title}** {count, plural, one {was} other {were}} promised an answer.',
  },

  notes: {
    name: '**{title}**',
    eventLost:
      '📅 Discord’s event of {ama} was deleted. The AMA goes on as planned; to call it off, use `/ama cancel`.',
    eventEnded:
      '📅 Discord’s event of {ama} was ended by hand. The AMA goes on until {end}; **End the AMA** on the panel ends it.',
    eventCancelled:
      '📅 Discord’s event of {ama} was cancelled by hand. The AMA goes on as planned; to call it off, use `/ama cancel`.',
    eventMoved: '📅 Discord’s event of {ama} was moved by hand. The AMA follows: {start} – {end}.',
    eventKept:
      '📅 Discord’s event of {ama} was changed by hand to a time that is not possible. The AMA stays at {start}.',
    stageClosed:
      '🔇 The stage of {ama} was closed. The AMA goes on in writing until {end}; **End the AMA** on the panel ends it.',
    lost: '🧹 A place of {ama} was deleted by hand. Where it is still needed, it is posted again.',
    lostChannel:
      '🧹 The channel of {ama} was deleted. Its questions are kept; choose another channel with `/ama edit`.',
    lostStaffChannel:
      '🧹 The staff channel of {ama} was deleted. Choose another one with `/ama edit`; until then `/ama panel` works.',
    revealed: '🕵️ {by} looked up who asked question {number} of {ama}. This is written in its history.',
    cannotPost:
      '⚠️ Hearth cannot post for {ama} in {channel}: {reason}. It goes on trying; allow it to see and write there.',
    cannotThread:
      '⚠️ Hearth cannot open a thread for the answers of {ama} in {channel}: {reason}. Allow it to create public threads.',
    cannotEvent:
      '⚠️ Hearth cannot make Discord’s event for {ama}: {reason}. Everything else works without it.',
  },

  direct: {
    answered: '✅ Your question to **{title}** has an answer.',
    answeredVoice: '🎙️ Your question to **{title}** was answered by voice.',
    mergedAnswered: '✅ A question like yours to **{title}** has an answer.',
    declined: '🙏 Your question to **{title}** was not taken: {reason}.',
    words: 'The team says:',
    parked: '🅿️ Your question to **{title}** will be answered after the AMA. You hear of it here.',
    yours: 'You asked:',
    remind: '🔔 **{title}** starts {relative}.',
    remindWords: 'You asked Hearth to remind you. You can ask and support questions already now.',
    whyYouLast: '-# You hear of this because you asked there.',
    whyYou: '-# You hear of this because you asked there. **No messages** on your question turns it off.',
    read: 'Read the answer',
    open: 'Open the AMA',
  },
} as const;
