import { Button } from '../forms/button.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

export function ButtonPieces() {
  const { button } = usePiecesWords();
  return (
    <div className="row">
      <Button kind="primary">{button.primary}</Button>
      <Button>{button.plain}</Button>
      <Button kind="danger">{button.danger}</Button>
      <Button kind="quiet">{button.quiet}</Button>
      <Button kind="primary" isBusy>
        {button.busy}
      </Button>
      <Button isDisabled>{button.off}</Button>
    </div>
  );
}
