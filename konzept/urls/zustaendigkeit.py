from django.urls import path

from konzept.views import geschaeftsbereich, zustaendigkeit

urlpatterns = [
    path("zustaendige/", zustaendigkeit.show_zustaendige, name="zustaendige"),
    path("geschaeftsbereiche/", geschaeftsbereich.show_geschaeftsbereiche, name="geschaeftsbereich-liste"),
    path("geschaeftsbereiche/<int:pk>/", geschaeftsbereich.show_geschaeftsbereich, name="geschaeftsbereich-detail"),
]
