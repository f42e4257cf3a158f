# One container: gunicorn and whitenoise. Its steps are the Makefile's, so that what runs here is what was tested.
# Node.js for the style sheets comes as a wheel from requirements-node.txt where the image has none; the second stage
# leaves it and the build tools behind.

FROM python:3.11 AS build
WORKDIR /srv/pankow
COPY . .
RUN make setup-prod
RUN make slim

FROM python:3.11-slim
WORKDIR /srv/pankow
COPY --from=build /srv/pankow .
# The only folder the server may write to: the SQLite file of an installation without PostgreSQL.
COPY --from=build --chown=10001:10001 /srv/pankow/data data
ENV PATH=/srv/pankow/.venv/bin:$PATH PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000 PRODUKTION=1
USER 10001:10001
VOLUME /srv/pankow/data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "tools/healthcheck.py"]
CMD ["gunicorn", "pankow_einsamkeit.wsgi"]
