/** The card stays where it is; what fills it is a moment away. */
export default function AuthLoading() {
  return (
    <div className="auth-form" aria-busy="true">
      <span className="tg-bone" style={{ width: "40%", height: 24 }} />
      <span className="tg-bone" style={{ height: 32 }} />
      <span className="tg-bone" style={{ height: 32 }} />
    </div>
  );
}
