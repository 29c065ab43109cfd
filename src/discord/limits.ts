import { cutGraphemes } from '../shared/text.ts';

/**
 * What Discord accepts, in UTF-16 units, items or milliseconds. From the API reference (components, messages,
 * commands) unless a line says otherwise.
 */
export const limits = {
  customId: 100,
  messageComponents: 40,
  /** Sum over all text displays of a message; not in the reference, seen in practice. */
  messageText: 4000,
  /** UTF-8 bytes of a message's texts: some more and Discord answers 500 (discord-api-docs issue 8554). */
  messageTextBytes: 10_000,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  sectionTexts: 3,
  galleryItems: 10,
  altText: 1024,
  modalTitle: 45,
  modalParts: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4000,
  textInputPlaceholder: 100,
  radioOptions: 10,
  checkboxOptions: 10,
  uploads: 10,
  choices: 25,
  choiceText: 100,
  threadName: 100,
  forumTags: 20,
  postTags: 5,
  tagName: 20,
  nonce: 25,
  auditReason: 512,
  mentionsListed: 100,
  /** An interaction's first answer is due after this many ms; its token ends after the other. */
  interactionMs: 3000,
  interactionTokenMs: 15 * 60_000,
} as const;

/** Cuts `text` to a limit between graphemes, with an ellipsis; an empty text becomes `instead`. */
export function fit(text: string, max: number, instead = '\u200B'): string {
  const cut = cutGraphemes(text, max);
  return cut.trim() === '' ? instead : cut;
}
