/*
 * Beside a field for a password: a button that shows what is typed, and hides it again. Also says
 * in which time zone the browser is. The page works without either.
 */
for (const field of document.querySelectorAll("input[type=password]")) {
  const button = field.parentElement.querySelector("button");
  button.hidden = false;
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  };
  button.addEventListener("click", () => show(field.type === "password"));
  // Lest the browser keep it among the texts it offers again.
  field.form.addEventListener("submit", () => show(false));
}

const zone = document.querySelector("input[name=zone]");
if (zone) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
