import type { Attachment } from '../api/types.ts';
import { FileCard } from './FileCard.tsx';
import { Gallery } from './Gallery.tsx';

const isPicture = (file: Attachment): boolean =>
  file.content_type?.startsWith('image/') ?? /\.(png|jpe?g|gif|webp|svg|avif)$/i.test(file.filename);

export function Attachments({ files }: { files: Attachment[] }) {
  const pictures = files.filter(isPicture);
  const items = pictures.map((file) => ({
    media: { url: file.url, width: file.width, height: file.height },
    description: file.description,
    spoiler: file.filename.startsWith('SPOILER_'),
  }));
  return (
    <>
      {items.length > 0 && <Gallery items={items} />}
      {files
        .filter((file) => !isPicture(file))
        .map((file) => (
          <FileCard key={file.id} name={file.filename} size={file.size} url={file.url} />
        ))}
    </>
  );
}
