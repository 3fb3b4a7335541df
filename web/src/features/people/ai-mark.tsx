export const AiMark = () => (
  <span className="ai" title="Virtual creator, driven by AI">
    AI<span className="vh"> virtual creator</span>
  </span>
)
