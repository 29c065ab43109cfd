/** A period: whole local days, from `start` up to and without `end`, counted since 1970-01-01. */
export interface Period {
  start: number;
  end: number;
}

/** So many of so many; below 30 a digest lists them instead of writing a percentage. */
export interface Part {
  part: number;
  of: number;
}

/** What a person did on a local day, over all channels. */
export interface PersonDay {
  userId: string;
  day: number;
  messages: number;
  /** All acts together: messages, reactions, votes, supports, ideas, questions, shout-outs. */
  acts: number;
  voiceSeconds: number;
}

export interface MemberFact {
  userId: string;
  /** UTC ms. */
  firstAt: number;
  joinedAt: number | undefined;
  staff: boolean;
}

/**
 * All numbers of one period. Counts are whole numbers; `undefined` is "cannot be known", which is shown as a dash and
 * is never 0. Shares are parts of a whole, so that whoever shows them can see how many they stand for.
 */
export interface PeriodNumbers {
  period: Period;
  growth: {
    /** Did at least one counted thing. */
    active: number;
    /** The mean of people a day, over the period. */
    daily: number;
    /** Active in the 28 days up to the end of the period. */
    monthly: number | undefined;
    /** The mean of people a day over these 28 days, of those active in them. */
    stickiness: number | undefined;
    /** First counted act ever in the period; not before 28 days are known before it: everybody would be new. */
    newcomers: number | undefined;
    /** Active in the period, and in the one before. */
    returning: number | undefined;
    /** Active in the period, not in the 28 days before it, and known from earlier. */
    reactivated: number | undefined;
    /** Active on four or more of 28 days, and then on none of the last 14. */
    lostRegulars: number | undefined;
    /** Of those whose first seven days after joining ended in the period: wrote three or more times in these. */
    activation: Part;
    joins: number;
    /** Only where Discord tells of members who leave. */
    leaves: number | undefined;
  };
  activity: {
    messages: number;
    replies: number;
    reactions: number;
    threads: number;
    voiceMinutes: number;
    votes: number;
    supports: number;
    ideas: number;
    questions: number;
    shoutouts: number;
    /** With at least two people in it. */
    conversations: number;
    /** Messages by weekday (0 is Monday) and hour of the local day. */
    hours: readonly (readonly number[])[];
    /** Channels with messages in the period or in the 28 days before; `usual` is the mean of the four weeks before, a period's length each. */
    channels: readonly { channelId: string; messages: number; usual: number | undefined }[];
  };
  health: {
    /** Conversations in which only one person spoke. */
    solo: Part;
    /** Conversations that somebody else answered, of those begun by members who are not staff. */
    answered: Part;
    /** Median of the minutes until the first other person answered; of those answered. */
    medianReplyMinutes: number | undefined;
    /** The same, begun by newcomers. */
    newcomersAnswered: Part;
    /** The fewest people who wrote half of all messages. */
    halfBy: number | undefined;
    /** What the ten who wrote most wrote of all. */
    topTen: Part;
    /** What staff wrote of all. */
    staff: Part;
    /** Pairs that answered each other in both directions, of all pairs with an answer. */
    reciprocity: Part;
    /** Active members who gave or received a shout-out. */
    recognition: { gave: Part; received: Part };
  };
}
