// Security keys and passkeys (WebAuthn): asks the browser for a key and sends its answer with the form.

const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/** The server writes bytes as text, the browser wants them as bytes. */
function readOptions({ publicKey }) {
  const credentials = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));
  const options = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (publicKey.user) options.user = { ...publicKey.user, id: toBytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) options.excludeCredentials = credentials(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) options.allowCredentials = credentials(publicKey.allowCredentials);
  return options;
}

/** And back again. */
function writeCredential(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

async function createCredential(data, form) {
  const publicKey = readOptions(data.creation_options);
  const passkey = form.elements.passwordless?.checked ?? false;
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: passkey ? "required" : "discouraged",
    requireResidentKey: passkey,
    ...(passkey && { userVerification: "required" }),
  };
  return navigator.credentials.create({ publicKey });
}

async function loadData(form) {
  const data = document.getElementById("schluessel-daten");
  if (data) return JSON.parse(data.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function askForKey(form) {
  const data = await loadData(form);
  if (form.dataset.schluessel === "neu") return createCredential(data, form);
  return navigator.credentials.get({ publicKey: readOptions(data.request_options) });
}

document.querySelectorAll("form[data-schluessel]").forEach((form) => {
  // Before app.js, which takes a second click for a mistake.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const mistake = form.querySelector("[data-schluessel-fehler]");
    mistake.hidden = true;
    try {
      form.elements.credential.value = writeCredential(await askForKey(form));
      form.submit();
    } catch {
      mistake.setAttribute("role", "alert");
      mistake.hidden = false;
    }
  });
});
