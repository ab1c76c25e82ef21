import type { ConsequencesView, PreparationView, RequestAction, RequestView } from '#client/parts/requests/request-types.ts';

/** What every piece of a preparation gets from the page. */
export interface PreparationProps {
  readonly file: RequestView;
  readonly preparation: PreparationView;
  readonly consequences: ConsequencesView | undefined;
  readonly onDone: (action: RequestAction) => void;
  readonly onReload: () => void;
}
