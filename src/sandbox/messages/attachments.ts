import type { APIAttachment } from 'discord-api-types/v10';
import type { UploadedFile } from '../routes/route.ts';
import type { Snowflake, World } from '../world/types.ts';

interface AttachmentFields {
  id: string | number;
  filename?: string;
  title?: string;
  description?: string;
}

/** Stores uploaded files and answers their attachment objects, in the order of the body's `attachments`. */
export function storeFiles(
  world: World,
  place: Snowflake,
  files: readonly UploadedFile[],
  listed: readonly AttachmentFields[] | undefined,
  more: { ephemeral?: boolean } = {},
): APIAttachment[] {
  return files.map((file) => {
    const key = fileKey(file);
    const fields = listed?.find((one) => String(one.id) === key);
    return storeFile(world, place, file, fields, more.ephemeral === true);
  });
}

/** `0` of the form field `files[0]`. */
export function fileKey(file: UploadedFile): string {
  return /^files\[(\d+)\]$/.exec(file.field)?.[1] ?? file.field;
}

export function fileFacts(file: UploadedFile): { id: string; name: string; size: number } {
  return { id: fileKey(file), name: file.filename, size: file.data.length };
}

function storeFile(
  world: World,
  place: Snowflake,
  file: UploadedFile,
  fields: AttachmentFields | undefined,
  ephemeral: boolean,
): APIAttachment {
  const id = world.snowflake();
  const filename = safeName(fields?.filename ?? file.filename);
  const url = `${world.origin}/attachments/${place}/${id}/${encodeURIComponent(filename)}`;
  const attachment: APIAttachment = {
    id,
    filename,
    size: file.data.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...imageSize(file.data),
    ...(fields?.description === undefined ? {} : { description: fields.description }),
    ...(fields?.title === undefined ? {} : { title: fields.title }),
    ...(ephemeral ? { ephemeral: true } : {}),
  };
  world.files.set(id, { attachment, data: file.data });
  return attachment;
}

/** Discord turns white space and reserved characters of file names into underscores. */
const safeName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_') || 'file';

/** Width and height of PNG and GIF from their headers. */
function imageSize(data: Buffer): { width: number; height: number } | Record<string, never> {
  if (data.length >= 24 && data.readUInt32BE(0) === 0x89504e47) {
    return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  if (data.length >= 10 && data.toString('latin1', 0, 4) === 'GIF8') {
    return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  }
  return {};
}
