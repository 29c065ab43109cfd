import { refuse } from '../errors.ts';
import { asModel, type Body, list, shown, text } from './fields.ts';
import { at, fault, type Spot } from './form.ts';

/** Bytes of one uploaded file in a server without boosts. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Bytes of a whole request. */
const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
const MAX_FILES = 10;

/** An uploaded file: the number in its form field's name (`files[0]`), its name and its size in bytes. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface AttachmentContext {
  readonly files?: readonly FileFacts[];
  /** Attachments that the message has already, by id: only an edit has any. */
  readonly existing?: ReadonlyMap<string, string>;
}

/**
 * What a message carries: at most 10 files of 10 MiB, and `{attachments: [{id, filename, description}]}`, where each id
 * names a file of this request or an attachment that the message has. Answers the names that `attachment://` can
 * refer to.
 * @throws DiscordError 40005 (413) for too many bytes
 */
export function inspectAttachments(spot: Spot, body: Body, context: AttachmentContext): ReadonlySet<string> {
  const files = context.files ?? [];
  checkSizes(files);
  if (files.length > MAX_FILES) {
    fault(at(spot, 'attachments'), 'BASE_TYPE_MAX_LENGTH', `Must be ${MAX_FILES} or fewer in length.`);
  }
  const listed =
    body['attachments'] === undefined ? undefined : list(spot, body, 'attachments', { max: MAX_FILES });
  const names = new Set(files.map((file) => file.name));
  if (!listed) {
    for (const name of context.existing?.values() ?? []) names.add(name);
    return names;
  }
  for (const [i, value] of listed.entries()) {
    const name = checkOne(at(at(spot, 'attachments'), i), value, context);
    if (name !== undefined) names.add(name);
  }
  return names;
}

function checkSizes(files: readonly FileFacts[]): void {
  let total = 0;
  for (const { size } of files) {
    total += size;
    if (size <= MAX_FILE_BYTES && total <= MAX_REQUEST_BYTES) continue;
    throw refuse(40005);
  }
}

function checkOne(spot: Spot, value: unknown, context: AttachmentContext): string | undefined {
  const attachment = asModel(spot, value);
  if (!attachment) return undefined;
  const name = text(spot, attachment, 'filename', { max: 1024 });
  text(spot, attachment, 'description', { max: 1024 });
  text(spot, attachment, 'title', { max: 1024 });
  const id = attachment['id'];
  if (id === undefined || id === null) {
    fault(at(spot, 'id'), 'BASE_TYPE_REQUIRED', 'This field is required');
    return undefined;
  }
  const key = shown(id);
  const file = context.files?.find((one) => one.id === key);
  if (file) return name ?? file.name;
  const kept = context.existing?.get(key);
  if (kept === undefined) fault(spot, 'ATTACHMENT_NOT_FOUND', 'Attachment data not found');
  return kept;
}
