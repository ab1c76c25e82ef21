import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** The name of the portal; on a narrow header it breaks behind the county's name, not within a word. */
export function ProductName({ county }: { readonly county: string }) {
  const { t } = useTranslation();
  const parts = t('productOf', { county }).split(county);
  return (
    <span className="product-name">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : (
            <>
              {county}
              <wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
