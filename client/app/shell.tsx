import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useSignOut } from '#client/features/accounts/api/sign-out.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { hasCode } from '#client/lib/call-error.ts';
import { actingFor, actFor } from '#client/lib/capacity.ts';
import { signInPath } from '#client/lib/place.ts';
import { MeContext, type Me } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { AppLayout } from '#client/ui/page/app-layout.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { CapacityBanner } from './capacity-banner.tsx';
import { CapacityPicker } from './capacity-picker.tsx';
import { pathTo } from './paths.ts';
import { useNavigation } from './use-navigation.ts';

/** Asks once who is signed in; everything below knows it. */
export function Shell() {
  const me = useAnswer('GET /me');
  const { refetch } = me;
  // The days of standing in for somebody are over: back to acting as oneself.
  const isCapacityGone = hasCode(me.error, 'forbidden') && actingFor() !== null;
  useEffect(() => {
    if (!isCapacityGone) return;
    actFor(null);
    void refetch();
  }, [isCapacityGone, refetch]);
  if (me.data !== undefined) {
    return (
      <MeContext value={me.data}>
        <Frame me={me.data} />
      </MeContext>
    );
  }
  // Without a session the way to the sign-in page has begun already (call.ts).
  if (me.error === null || hasCode(me.error, 'not_signed_in')) return <Loading />;
  return (
    <main className="app-main">
      <ProblemAlert error={me.error} isReading onRetry={() => void me.refetch()} />
    </main>
  );
}

function Frame({ me }: { readonly me: Me }) {
  const navigation = useNavigation();
  const format = useFormat();
  const location = useLocation();
  const signOut = useSignOut(() => {
    actFor(null);
    window.location.assign(signInPath);
  });
  const mustChange = me.mustChangePassword && location.pathname !== pathTo('password');
  return (
    <AppLayout
      county={me.county}
      home={pathTo('home')}
      person={{ name: me.name, organisation: format.list([...new Set(me.memberships.map(({ organisation }) => organisation.shortName))]) }}
      navigation={navigation}
      onSignOut={() => signOut.act()}
      isSigningOut={signOut.isActing}
      tools={<CapacityPicker me={me} onChosen={leaveForHome} />}
      banner={<CapacityBanner me={me} onTakenOff={leaveForHome} />}
    >
      <ScrollRestoration />
      <Suspense fallback={<Loading />}>{mustChange ? <Navigate to={pathTo('password')} replace /> : <Outlet />}</Suspense>
    </AppLayout>
  );
}

/** Another document, so that no answer read in one capacity is left to be shown in another. */
function leaveForHome(): void {
  window.location.assign(pathTo('home'));
}
