let port;
const open = () => (port ??= chrome.runtime.connectNative("org.callwith.floor"));
chrome.runtime.onMessage.addListener((message) => {
  if (message.port !== undefined) open().postMessage(message);
  else if (message.warm) open().postMessage({ id: "warm" });
});
