import type { RequestView } from '#client/parts/requests/request-types.ts';

/** What every form of an act gets from the page. */
export interface RequestActProps {
  readonly file: RequestView;
  /** Still possible; a form with typed words stays in sight when it is not. */
  readonly isAllowed: boolean;
  readonly onDone: (file: RequestView) => void;
  readonly onReload: () => void;
  /** Closes a form that was opened by a button. */
  readonly onClose?: () => void;
}

/** The step that follows the present one. */
export function stepAfter({ route, stage }: RequestView): RequestView['route'][number] | null {
  const place = route.findIndex((step) => step.stage === stage);
  return place < 0 ? null : (route[place + 1] ?? null);
}
