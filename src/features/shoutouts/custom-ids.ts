import { customId, integer, oneOf, snowflake, text } from '../../discord/custom-id.ts';

/** Everything that can be pressed on messages of channels. Ids say what is meant; what is allowed is asked at each press. */

/**
 * Opens the form, with nobody in it. `on` and `event` change nothing for whoever presses: they are how a message is
 * found again that may already stand there. `event` is the shout-out on a card, the month on a round-up (202611), 0
 * elsewhere.
 */
export const giveId = customId('shoutout-give', 1, {
  on: oneOf('card', 'round-up', 'board', 'story', 'help', 'unsung', 'receipt'),
  event: integer,
});
/**
 * Opens the form with this person in it. `on` and `kind` as above; `kind` is the milestone that the message is about,
 * or nothing.
 */
export const thankId = customId('shoutout-thank', 1, {
  user: snowflake,
  on: oneOf('milestone', 'unsung'),
  kind: text,
});
/** One shout-out for the presser alone, with what they can do about it. `on` as above. */
export const detailsId = customId('shoutout-details', 1, {
  shoutout: integer,
  on: oneOf('card', 'milestone', 'story', 'log'),
});
