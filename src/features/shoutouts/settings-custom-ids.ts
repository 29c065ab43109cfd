import { customId, oneOf, text } from '../../discord/custom-id.ts';

/** The controls of the panel for shout-outs. The server is the one where they are pressed. */
export const shoutoutSetupPages = ['place', 'values', 'pace', 'badges'] as const;
export type ShoutoutSetupPage = (typeof shoutoutSetupPages)[number];

export const shoutoutSwitches = ['pictures', 'roundUp', 'staffOnBoards'] as const;
export type ShoutoutSwitch = (typeof shoutoutSwitches)[number];

export const setupPageId = customId('shoutout-setup-page', 1, { page: oneOf(...shoutoutSetupPages) });
export const setupChannelId = customId('shoutout-setup-channel', 1, {});
/** Says what it shall be, so that a second press does not undo the first. */
export const setupSwitchId = customId('shoutout-setup-switch', 1, {
  what: oneOf(...shoutoutSwitches),
  to: oneOf('on', 'off'),
});
/** Opens a form. */
export const setupEditId = customId('shoutout-setup-edit', 1, { what: oneOf('value', 'pace', 'badge') });
/** A menu of values: opens the form of the one picked. */
export const setupValueId = customId('shoutout-setup-value', 1, {});
export const valueFormId = customId('shoutout-value-form', 1, {});
export const valueChangeFormId = customId('shoutout-value-change', 1, { key: text });
export const paceFormId = customId('shoutout-pace-form', 1, {});
export const badgeFormId = customId('shoutout-badge-form', 1, {});
/** A menu of badges, by their milestones. */
export const setupBadgeId = customId('shoutout-setup-badge', 1, {});

/** The fields of the forms. */
export const setupParts = {
  name: 'name',
  emoji: 'emoji',
  description: 'description',
  remove: 'remove',
  budget: 'budget',
  pair: 'pair',
  back: 'back',
  milestone: 'milestone',
  role: 'role',
} as const;
