import type { Upload } from '../api/client.ts';

/** Files under the field names that Discord reads. */
export const uploadsFor = (files: File[]): Upload[] =>
  files.map((file, index) => ({ field: `files[${index}]`, file }));
