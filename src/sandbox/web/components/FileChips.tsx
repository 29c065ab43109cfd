import { sizeText } from './FileCard.tsx';
import { Icon } from './Icon.tsx';

/** Files that wait to be sent. */
export function FileChips({ files, onRemove }: { files: File[]; onRemove(index: number): void }) {
  if (files.length === 0) return null;
  return (
    <ul class="file-chips" aria-label="Files to send">
      {files.map((file, index) => (
        <li key={`${file.name}${index}`}>
          <Icon name="file" />
          <span>
            {file.name} <small>{sizeText(file.size)}</small>
          </span>
          <button
            type="button"
            class="icon-button small"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(index)}
          >
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
